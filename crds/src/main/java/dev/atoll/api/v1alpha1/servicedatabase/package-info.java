// SPDX-License-Identifier: Apache-2.0

/** The database that one service owns. */
@NullMarked
package dev.atoll.api.v1alpha1.servicedatabase;

import org.jspecify.annotations.NullMarked;
