// SPDX-License-Identifier: Apache-2.0

/** A GatewayRoute becomes an Ingress, or routes of the Gateway API. */
@NullMarked
package dev.atoll.operator.gatewayroute;

import org.jspecify.annotations.NullMarked;
