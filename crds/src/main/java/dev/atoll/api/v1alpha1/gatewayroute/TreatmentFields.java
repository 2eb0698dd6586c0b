// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The fields that say how requests are treated. A namespace, a route and a rule can each have them; each counts as a whole,
 * and that of the rule before that of the route, and that before the namespace's. Null stands for what is left out.
 */
public interface TreatmentFields {
    @Nullable
    Auth auth();

    @Nullable
    RateLimit rateLimit();

    @Nullable
    Cors cors();

    @Nullable
    ClientIPs clientIPs();

    @Nullable
    Integer maxConcurrentRequests();

    @Nullable
    Quantity maxBodySize();

    @Nullable
    Boolean compression();

    @Nullable
    String timeout();

    @Nullable
    Retries retries();

    @Nullable
    CircuitBreaker circuitBreaker();

    @Nullable
    HeaderModifier requestHeaderModifier();

    @Nullable
    HeaderModifier responseHeaderModifier();

    @Nullable
    SecurityHeaders securityHeaders();
}
