// SPDX-License-Identifier: Apache-2.0

/** The kind DatabaseRestore: one restore, made by a Job on a volume of its own. */
@NullMarked
package dev.atoll.operator.databaserestore;

import org.jspecify.annotations.NullMarked;
