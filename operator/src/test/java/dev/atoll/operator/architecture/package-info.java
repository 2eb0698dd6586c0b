// SPDX-License-Identifier: Apache-2.0

/** The rules of the operator's architecture, as tests. */
@NullMarked
package dev.atoll.operator.architecture;

import org.jspecify.annotations.NullMarked;
