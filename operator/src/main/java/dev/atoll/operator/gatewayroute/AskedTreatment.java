// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.CircuitBreaker;
import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimitBy;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimitScope;
import dev.atoll.api.v1alpha1.gatewayroute.Retries;
import dev.atoll.api.v1alpha1.gatewayroute.TreatmentFields;
import dev.atoll.operator.gateway.Feature;
import dev.atoll.operator.gateway.Filters;
import dev.atoll.operator.gateway.Period;
import dev.atoll.operator.gateway.SecurityHeaderValues;
import dev.atoll.operator.gateway.Treatment;
import org.jspecify.annotations.Nullable;

/** What the fields ask for that a route and each of its rules can have. */
final class AskedTreatment {
    private AskedTreatment() {}

    /** Who may pass, from where, how often and with how much. */
    static void ofProtection(Asked asked, String field, TreatmentFields given) {
        auth(asked, field + ".auth", given.auth());
        Treatment.counting(given.rateLimit()).ifPresent(limit -> rateLimit(asked, field + ".rateLimit", limit));
        asked.when(Treatment.sharing(given.cors()).isPresent(), Feature.CORS, field + ".cors");
        clientIPs(asked, field + ".clientIPs", given.clientIPs());
        limits(asked, field, given);
    }

    /** What becomes of those that pass. The timeout is looked at with each rule, whose protocol matters. */
    static void ofHandling(Asked asked, String field, TreatmentFields given) {
        Treatment.repeating(given.retries()).ifPresent(retries -> retries(asked, field + ".retries", retries));
        circuitBreaker(asked, field + ".circuitBreaker", given.circuitBreaker());
        headers(asked, Feature.REQUEST_HEADERS, field + ".requestHeaderModifier", given.requestHeaderModifier());
        headers(asked, Feature.RESPONSE_HEADERS, field + ".responseHeaderModifier", given.responseHeaderModifier());
        asked.when(
                Filters.changes(SecurityHeaderValues.beside(null, given.securityHeaders()))
                        .isPresent(),
                Feature.SECURITY_HEADERS,
                field + ".securityHeaders");
    }

    /** That everybody may pass is what every gateway does by itself. */
    private static void auth(Asked asked, String field, @Nullable Auth auth) {
        if (auth != null) {
            asked.when(auth.jwt() != null, Feature.AUTH_JWT, field + ".jwt");
            asked.when(
                    auth.jwt() != null && !auth.jwt().requiredClaims().isEmpty(),
                    Feature.AUTH_JWT_CLAIMS,
                    field + ".jwt.requiredClaims");
            asked.when(auth.oidc() != null, Feature.AUTH_OIDC, field + ".oidc");
            asked.when(
                    auth.oidc() != null && auth.oidc().tokenFrom() == null,
                    Feature.AUTH_OIDC_DISCOVERY,
                    field + ".oidc.tokenFrom");
            asked.when(auth.basic() != null, Feature.AUTH_BASIC, field + ".basic");
            asked.when(
                    auth.basic() != null && auth.basic().realm() != null,
                    Feature.AUTH_BASIC_REALM,
                    field + ".basic.realm");
            asked.when(auth.apiKey() != null, Feature.AUTH_API_KEY, field + ".apiKey");
            asked.when(auth.forward() != null, Feature.AUTH_FORWARD, field + ".forward");
        }
    }

    private static void rateLimit(Asked asked, String field, RateLimit limit) {
        asked.when(true, Feature.RATE_LIMIT, field);
        asked.when(limit.by() == RateLimitBy.Claim, Feature.RATE_LIMIT_CLAIM, field + ".by");
        asked.when(limit.scope() == RateLimitScope.Shared, Feature.RATE_LIMIT_SHARED, field + ".scope");
        asked.when(Period.unit(limit.per()).isEmpty(), Feature.RATE_LIMIT_PERIOD, field + ".per");
        asked.when(
                limit.burst() != null && limit.burst() < limit.requests(),
                Feature.RATE_LIMIT_SMALL_BURST,
                field + ".burst");
    }

    private static void clientIPs(Asked asked, String field, @Nullable ClientIPs addresses) {
        if (addresses != null) {
            asked.when(!addresses.allow().isEmpty(), Feature.CLIENT_IPS_ALLOW, field + ".allow");
            asked.when(!addresses.deny().isEmpty(), Feature.CLIENT_IPS_DENY, field + ".deny");
        }
    }

    /** That there is no limit, and no compression, is what every gateway does by itself. */
    private static void limits(Asked asked, String field, TreatmentFields given) {
        asked.when(
                Treatment.limiting(given.maxConcurrentRequests()).isPresent(),
                Feature.MAX_CONCURRENT,
                field + ".maxConcurrentRequests");
        asked.when(Treatment.bytes(given.maxBodySize()).isPresent(), Feature.MAX_BODY, field + ".maxBodySize");
        asked.when(Boolean.TRUE.equals(given.compression()), Feature.COMPRESSION, field + ".compression");
    }

    private static void retries(Asked asked, String field, Retries retries) {
        asked.when(true, Feature.RETRIES, field);
        asked.when(retries.perTryTimeout() != null, Feature.RETRY_TIMEOUT, field + ".perTryTimeout");
    }

    private static void circuitBreaker(Asked asked, String field, @Nullable CircuitBreaker breaker) {
        if (breaker != null) {
            asked.when(breaker.errorPercent() != null, Feature.BREAKER_PERCENT, field + ".errorPercent");
            asked.when(breaker.consecutiveErrors() != null, Feature.BREAKER_CONSECUTIVE, field + ".consecutiveErrors");
        }
    }

    /** That nothing is changed, every gateway can do. */
    private static void headers(Asked asked, Feature feature, String field, @Nullable HeaderModifier modifier) {
        if (modifier != null) {
            asked.when(Filters.changes(modifier).isPresent(), feature, field);
            asked.when(!modifier.add().isEmpty(), Feature.HEADER_ADD, field + ".add");
        }
    }
}
