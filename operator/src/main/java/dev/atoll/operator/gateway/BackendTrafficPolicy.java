// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Envoy Gateway's BackendTrafficPolicy: how much a route may be used, what is tried again, and which pods are asked. */
@Group("gateway.envoyproxy.io")
@Version("v1alpha1")
@Plural("backendtrafficpolicies")
public final class BackendTrafficPolicy extends CustomResource<BackendTrafficPolicy.Spec, PolicyStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    static BackendTrafficPolicy of(ObjectMeta metadata, Spec spec) {
        var policy = new BackendTrafficPolicy();
        policy.setMetadata(metadata);
        policy.setSpec(spec);
        return policy;
    }

    /** The part of Envoy Gateway's schema that Atoll writes, with what the API server would fill in inside of lists. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spec(
            @Nullable List<PolicyTarget> targetRefs,
            @Nullable RateLimit rateLimit,
            @Nullable Retry retry,
            @Nullable CircuitBreaker circuitBreaker,
            @Nullable RequestBuffer requestBuffer,
            @Nullable List<Compressor> compressor,
            @Nullable HealthCheck healthCheck,
            @Nullable LoadBalancer loadBalancer) {

        Spec at(PolicyTarget target) {
            return new Spec(
                    List.of(target),
                    rateLimit,
                    retry,
                    circuitBreaker,
                    requestBuffer,
                    compressor,
                    healthCheck,
                    loadBalancer);
        }
    }

    /**
     * Which pods are asked.
     *
     * @param panicThreshold percentage of pods below which all are asked, whatever is known of them
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record HealthCheck(Passive passive, int panicThreshold) {}

    /**
     * Leaves a pod alone that fails.
     *
     * @param consecutive5XxErrors failures in a row, connections that did not come about included
     * @param interval how often Envoy looks whose time is over
     * @param baseEjectionTime that time, for each time in a row that it has to be left alone
     * @param maxEjectionPercent percentage of pods that may be left alone at the same time
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Passive(
            @JsonProperty("consecutive5XxErrors") int consecutive5XxErrors,
            String interval,
            String baseEjectionTime,
            int maxEjectionPercent) {}

    /** How a pod is chosen: by what a request brings. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LoadBalancer(String type, ConsistentHash consistentHash) {}

    /** The cookie that is looked at. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ConsistentHash(String type, Cookie cookie) {}

    /** A cookie that clients get who bring none; {@code ttl} 0s stands for as long as the browser is open. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Cookie(String name, String ttl, Map<String, String> attributes) {}

    /**
     * Limits.
     *
     * @param local those that each proxy counts by itself
     * @param global those that all proxies count together
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RateLimit(@Nullable Local local, @Nullable Global global) {}

    /** Every rule that is for a request counts it; one without selectors is for all. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Global(List<LimitRule> rules) {}

    /** Of the rules that are for a request the strictest counts; one without selectors is for what no other is for. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Local(List<LimitRule> rules) {}

    /** A limit, and the requests that it is for: those that have all that the selectors say. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LimitRule(List<Selector> clientSelectors, Limit limit) {}

    /** Requests in a unit of time: Second, Minute, Hour or Day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Limit(int requests, String unit) {}

    /** By whom a request is counted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Selector(
            @Nullable List<CountedHeader> headers,
            @JsonProperty("sourceCIDR") @Nullable Addresses sourceCidr) {}

    /** A header of which each value is counted by itself. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CountedHeader(String name, String type, boolean invert) {}

    /** A range of addresses of which each is counted by itself. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Addresses(String value, String type, boolean invert) {}

    /** Tries again what failed; {@code numRetries} times at most. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Retry(
            int numRetries, RetryOn retryOn, @Nullable PerRetry perRetry) {}

    /** What counts as failed: kinds of failures, and codes. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RetryOn(List<String> triggers, List<Integer> httpStatusCodes) {}

    /** The time of each try, and the wait before the next. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PerRetry(
            @Nullable String timeout, @Nullable BackOff backOff) {}

    /** How much may be with the service at the same time; what comes above gets 503. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CircuitBreaker(long maxConnections, long maxPendingRequests, long maxParallelRequests) {}

    /**
     * Passes a request on when it has come as a whole; a larger one gets 413.
     *
     * @param limit the largest one, in bytes
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RequestBuffer(String limit) {}

    /**
     * Compresses answers for clients that can read that; of several the first is preferred.
     *
     * @param type Zstd, Brotli or Gzip
     * @param zstd settings, of which there are none; without them Envoy Gateway ignores the whole entry
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Compressor(
            String type,
            String minContentLength,
            @Nullable Map<String, String> zstd,
            @Nullable Map<String, String> brotli,
            @Nullable Map<String, String> gzip) {}

    /** Wait before the second try; it grows from try to try. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record BackOff(String baseInterval) {}
}
