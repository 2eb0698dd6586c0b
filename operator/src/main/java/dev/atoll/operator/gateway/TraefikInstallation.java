// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import java.util.Optional;

/**
 * What is known of a Traefik beside its class.
 *
 * @param hasCrds whether its CRDs are installed
 * @param hasStrictTls whether it ends connections where the terms of TLS under a host contradict each other, instead of
 *     falling back to its default ones (its option {@code core.strictTLSOptions}, from 3.7.11 on); the class says so
 * @param rateLimitStore {@code host:port} of a Redis in which its replicas count requests together; empty where the class names
 *     none
 * @param externalHosts the servers outside that its routes may lead to
 */
public record TraefikInstallation(
        boolean hasCrds, boolean hasStrictTls, Optional<String> rateLimitStore, ExternalHosts externalHosts) {
    /** A Traefik without anything that could be left out. */
    public static final TraefikInstallation BARE =
            new TraefikInstallation(false, false, Optional.empty(), ExternalHosts.NONE);
}
