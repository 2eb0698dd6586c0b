// SPDX-License-Identifier: Apache-2.0

/** The operator under test: the built program, running under the role of the chart. */
@NullMarked
package dev.atoll.e2e.operator;

import org.jspecify.annotations.NullMarked;
