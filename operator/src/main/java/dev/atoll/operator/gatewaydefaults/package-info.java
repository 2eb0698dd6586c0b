// SPDX-License-Identifier: Apache-2.0

/** A GatewayDefaults has no children: it counts for the GatewayRoutes of its namespace, and tells for how many. */
@NullMarked
package dev.atoll.operator.gatewaydefaults;

import org.jspecify.annotations.NullMarked;
