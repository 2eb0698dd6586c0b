// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** A version of TLS, as Kubernetes itself names them in the configuration of its servers. */
public enum TlsVersion {
    VersionTLS12,
    VersionTLS13
}
