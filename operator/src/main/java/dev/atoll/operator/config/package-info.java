// SPDX-License-Identifier: Apache-2.0

/** The operator's settings. */
@NullMarked
package dev.atoll.operator.config;

import org.jspecify.annotations.NullMarked;
