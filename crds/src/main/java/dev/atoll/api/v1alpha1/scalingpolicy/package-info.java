// SPDX-License-Identifier: Apache-2.0

/** How one service scales. */
@NullMarked
package dev.atoll.api.v1alpha1.scalingpolicy;

import org.jspecify.annotations.NullMarked;
