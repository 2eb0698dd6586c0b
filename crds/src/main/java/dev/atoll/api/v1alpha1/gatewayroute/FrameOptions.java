// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** What X-Frame-Options says; None leaves the header alone. */
public enum FrameOptions {
    Deny,
    SameOrigin,
    None
}
