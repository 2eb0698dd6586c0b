// SPDX-License-Identifier: Apache-2.0

/** What becomes of a GatewayRoute where golden cases cannot show it. */
@NullMarked
package dev.atoll.operator.gatewayroute;

import org.jspecify.annotations.NullMarked;
