// SPDX-License-Identifier: Apache-2.0

/** The children of a DatabaseRestore; pure. */
@NullMarked
package dev.atoll.operator.databaserestore.desired;

import org.jspecify.annotations.NullMarked;
