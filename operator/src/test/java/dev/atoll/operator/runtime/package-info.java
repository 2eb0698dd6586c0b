// SPDX-License-Identifier: Apache-2.0

/** How the operator is put together. */
@NullMarked
package dev.atoll.operator.runtime;

import org.jspecify.annotations.NullMarked;
