// SPDX-License-Identifier: Apache-2.0

/** Tests of the registry. */
@NullMarked
package dev.atoll.operator.registry;

import org.jspecify.annotations.NullMarked;
