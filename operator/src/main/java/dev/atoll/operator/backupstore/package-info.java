// SPDX-License-Identifier: Apache-2.0

/** What runs in the Jobs of backups and restores: keeps content where it was told to, and brings it back. */
@NullMarked
package dev.atoll.operator.backupstore;

import org.jspecify.annotations.NullMarked;
