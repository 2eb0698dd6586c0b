// SPDX-License-Identifier: Apache-2.0

/** One restore of a database. */
@NullMarked
package dev.atoll.api.v1alpha1.databaserestore;

import org.jspecify.annotations.NullMarked;
