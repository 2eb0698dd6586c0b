// SPDX-License-Identifier: Apache-2.0

/** Conditions and health. */
@NullMarked
package dev.atoll.operator.status;

import org.jspecify.annotations.NullMarked;
