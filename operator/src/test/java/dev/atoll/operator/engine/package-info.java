// SPDX-License-Identifier: Apache-2.0

/** Engines' contracts. */
@NullMarked
package dev.atoll.operator.engine;

import org.jspecify.annotations.NullMarked;
