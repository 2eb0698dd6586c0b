// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import java.time.Duration;

/**
 * What is known of an Envoy Gateway beside its class.
 *
 * @param hasCrds whether its CRDs are installed
 * @param drainTime how long Envoy keeps connections from before a change
 * @param hasRateLimitStore whether its replicas can count requests together; the class says so
 * @param externalHosts the servers outside that its routes may lead to
 */
public record EnvoyInstallation(
        boolean hasCrds, Duration drainTime, boolean hasRateLimitStore, ExternalHosts externalHosts) {}
