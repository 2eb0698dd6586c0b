// SPDX-License-Identifier: Apache-2.0

/** The autoscaler of a ScalingPolicy; pure. */
@NullMarked
package dev.atoll.operator.scalingpolicy.desired;

import org.jspecify.annotations.NullMarked;
