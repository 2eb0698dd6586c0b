// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.AffinityCookie;
import dev.atoll.api.v1alpha1.gatewayroute.CircuitBreaker;
import dev.atoll.operator.gateway.BackendTrafficPolicy.ConsistentHash;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Cookie;
import dev.atoll.operator.gateway.BackendTrafficPolicy.HealthCheck;
import dev.atoll.operator.gateway.BackendTrafficPolicy.LoadBalancer;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Passive;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which pods of a service are asked, in the words of Envoy Gateway's BackendTrafficPolicy (read in Envoy Gateway 1.9). */
final class EnvoyPods {
    private static final int ALL = 100;

    /** How often Envoy looks whose time is over. */
    private static final String LOOKS_EVERY = "1s";

    private EnvoyPods() {}

    /**
     * Leaves failing pods alone, even the last one: by itself, Envoy would go on asking most of them, and ask them all again
     * as soon as half of them were out.
     */
    static Optional<HealthCheck> healthCheck(CircuitBreaker breaker) {
        return Optional.ofNullable(breaker.consecutiveErrors())
                .map(errors -> new HealthCheck(
                        new Passive(errors, LOOKS_EVERY, Objects.requireNonNull(breaker.openFor()), ALL), 0));
    }

    /** Without a time Envoy would give out no cookie at all; one of zero is for as long as the browser is open. */
    static LoadBalancer loadBalancer(AffinityCookie cookie) {
        var given = new Cookie(cookie.name(), Objects.requireNonNullElse(cookie.ttl(), "0s"), Map.of("Path", "/"));
        return new LoadBalancer("ConsistentHash", new ConsistentHash("Cookie", given));
    }
}
