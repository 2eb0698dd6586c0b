// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** How a header's value is compared. */
public enum MatchType {
    Exact,
    RegularExpression
}
