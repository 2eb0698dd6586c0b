// SPDX-License-Identifier: Apache-2.0

/** The child of a DatabaseBackup; pure. */
@NullMarked
package dev.atoll.operator.databasebackup.desired;

import org.jspecify.annotations.NullMarked;
