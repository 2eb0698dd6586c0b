// SPDX-License-Identifier: Apache-2.0

/** Hosts and paths of the API gateway, and who may use them how often. */
@NullMarked
package dev.atoll.api.v1alpha1.gatewayroute;

import org.jspecify.annotations.NullMarked;
