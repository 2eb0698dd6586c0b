// SPDX-License-Identifier: Apache-2.0

/** ServiceDatabase, without a cluster. */
@NullMarked
package dev.atoll.operator.servicedatabase;

import org.jspecify.annotations.NullMarked;
