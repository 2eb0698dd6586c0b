// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** What Cross-Origin-Opener-Policy says. */
public enum CrossOriginOpenerPolicy {
    SameOrigin,
    SameOriginAllowPopups
}
