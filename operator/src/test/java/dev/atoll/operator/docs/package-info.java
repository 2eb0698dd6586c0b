// SPDX-License-Identifier: Apache-2.0

/** The documents of the repository say what is there. */
@NullMarked
package dev.atoll.operator.docs;

import org.jspecify.annotations.NullMarked;
