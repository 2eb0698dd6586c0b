// SPDX-License-Identifier: Apache-2.0

/** The dialects of gateways: what each can enforce, and which objects tell it a route; pure. */
@NullMarked
package dev.atoll.operator.gateway;

import org.jspecify.annotations.NullMarked;
