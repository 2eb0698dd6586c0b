// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** What X-Content-Type-Options says; None leaves the header alone. */
public enum ContentTypeOptions {
    NoSniff,
    None
}
