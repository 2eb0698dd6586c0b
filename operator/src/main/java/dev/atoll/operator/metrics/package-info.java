// SPDX-License-Identifier: Apache-2.0

/** What Prometheus is told about the custom resources. */
@NullMarked
package dev.atoll.operator.metrics;

import org.jspecify.annotations.NullMarked;
