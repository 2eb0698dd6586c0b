// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

/** How a command ends. */
final class ExitCode {
    static final int OK = 0;
    /** Wrong usage, or a file that cannot be read. */
    static final int USAGE = 1;
    /** At least one resource was refused. */
    static final int REFUSED = 2;

    private ExitCode() {}
}
