// SPDX-License-Identifier: Apache-2.0

/** Conditions, violations and the health of workloads; pure. */
@NullMarked
package dev.atoll.operator.status;

import org.jspecify.annotations.NullMarked;
