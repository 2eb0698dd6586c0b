// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** Where requests are counted. */
public enum RateLimitScope {
    Local,
    Shared
}
