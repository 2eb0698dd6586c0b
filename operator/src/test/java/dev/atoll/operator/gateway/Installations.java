// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import java.time.Duration;
import java.util.Optional;

/** Traefiks for tests. */
final class Installations {
    /** One that can do whatever Traefik can. */
    static final TraefikInstallation WHOLE =
            new TraefikInstallation(true, true, Optional.of("redis.rate-limits.svc:6379"), ExternalHosts.read("*.com"));

    /** The same for Envoy Gateway, where nobody has to wait for connections. */
    static final EnvoyInstallation WHOLE_ENVOY =
            new EnvoyInstallation(true, Duration.ZERO, true, ExternalHosts.read("*.com"));

    /** One as it is by itself. */
    static EnvoyInstallation envoy(boolean hasCrds) {
        return new EnvoyInstallation(hasCrds, Duration.ofSeconds(60), false, ExternalHosts.NONE);
    }

    private Installations() {}
}
