// SPDX-License-Identifier: Apache-2.0

/** The kind DatabaseBackup: one backup, taken by a Job. */
@NullMarked
package dev.atoll.operator.databasebackup;

import org.jspecify.annotations.NullMarked;
