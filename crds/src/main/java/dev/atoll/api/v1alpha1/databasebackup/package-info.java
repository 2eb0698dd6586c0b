// SPDX-License-Identifier: Apache-2.0

/** One backup of a database. */
@NullMarked
package dev.atoll.api.v1alpha1.databasebackup;

import org.jspecify.annotations.NullMarked;
