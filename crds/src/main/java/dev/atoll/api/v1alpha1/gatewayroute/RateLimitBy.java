// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** Who shares one allowance of requests. */
public enum RateLimitBy {
    ClientIP,
    Header,
    Claim,
    Route
}
