// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** Kind of a cert-manager issuer. */
public enum IssuerKind {
    Issuer,
    ClusterIssuer
}
