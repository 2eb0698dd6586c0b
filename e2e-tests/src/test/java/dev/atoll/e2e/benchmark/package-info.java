// SPDX-License-Identifier: Apache-2.0

/** Figures, not tests: what the operator costs. */
@NullMarked
package dev.atoll.e2e.benchmark;

import org.jspecify.annotations.NullMarked;
