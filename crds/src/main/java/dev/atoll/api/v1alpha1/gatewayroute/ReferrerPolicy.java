// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** What Referrer-Policy says; None leaves the header alone. */
public enum ReferrerPolicy {
    NoReferrer,
    SameOrigin,
    StrictOrigin,
    StrictOriginWhenCrossOrigin,
    None
}
