// SPDX-License-Identifier: Apache-2.0

/** A ScalingPolicy becomes a HorizontalPodAutoscaler. */
@NullMarked
package dev.atoll.operator.scalingpolicy;

import org.jspecify.annotations.NullMarked;
