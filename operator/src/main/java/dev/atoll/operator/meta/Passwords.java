// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

/** Makes passwords; the one place where children get something random. */
@FunctionalInterface
public interface Passwords {

    /** A new password of at least 32 letters and digits, so that it needs no quoting in a URI, a file or a shell. */
    String next();
}
