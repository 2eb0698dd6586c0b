// SPDX-License-Identifier: Apache-2.0

/** The chart: what Helm makes of it, and what the API server says to that. */
@NullMarked
package dev.atoll.e2e.chart;

import org.jspecify.annotations.NullMarked;
