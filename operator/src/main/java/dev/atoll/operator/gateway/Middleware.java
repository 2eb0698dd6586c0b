// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Traefik's Middleware: what is done with a request on its way to a service. */
@Group("traefik.io")
@Version("v1alpha1")
@Plural("middlewares")
public final class Middleware extends CustomResource<Middleware.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A Middleware of a route. */
    static Middleware of(Route route, String name, Step step) {
        var middleware = new Middleware();
        // spotless:off
        middleware.setMetadata(new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(name)
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner())
            .build());
        // spotless:on
        middleware.setSpec(Spec.of(step));
        return middleware;
    }

    /** The one thing that a Middleware does. */
    public sealed interface Step {}

    /** The part of Traefik's schema that Atoll writes; exactly one of the fields is there. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(
            @Nullable RedirectScheme redirectScheme,
            @Nullable Headers headers,
            @Nullable RateLimit rateLimit,
            @Nullable IpAllowList ipAllowList,
            @Nullable BasicAuth basicAuth,
            @Nullable ForwardAuth forwardAuth,
            @Nullable Retry retry,
            @Nullable RedirectRegex redirectRegex,
            @Nullable ReplacePath replacePath,
            @Nullable ReplacePathRegex replacePathRegex,
            @Nullable InFlightReq inFlightReq,
            @Nullable Buffering buffering,
            @Nullable Compress compress,
            @Nullable CircuitBreaker circuitBreaker) {

        static Spec of(Step step) {
            return new Spec(
                    only(RedirectScheme.class, step),
                    only(Headers.class, step),
                    only(RateLimit.class, step),
                    only(IpAllowList.class, step),
                    only(BasicAuth.class, step),
                    only(ForwardAuth.class, step),
                    only(Retry.class, step),
                    only(RedirectRegex.class, step),
                    only(ReplacePath.class, step),
                    only(ReplacePathRegex.class, step),
                    only(InFlightReq.class, step),
                    only(Buffering.class, step),
                    only(Compress.class, step),
                    only(CircuitBreaker.class, step));
        }

        private static <T> @Nullable T only(Class<T> type, Step step) {
            return type.isInstance(step) ? type.cast(step) : null;
        }
    }

    /**
     * Redirects a request that came by another scheme.
     *
     * @param scheme where to
     * @param permanent whether clients may remember it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RedirectScheme(String scheme, boolean permanent) implements Step {}

    /**
     * Sets headers, by name; an empty value removes one. Host stands for the host that the service is asked for. Or answers
     * for web pages of other origins, to begin with the browser's question before the request (the preflight).
     *
     * @param customRequestHeaders those of requests
     * @param customResponseHeaders those of responses
     * @param accessControlAllowOriginList origins that may call, as a whole
     * @param accessControlAllowOriginListRegex regular expressions (RE2) of more of them
     * @param accessControlMaxAge in seconds
     * @param addVaryHeader tells caches that answers differ by origin
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Headers(
            @Nullable SortedMap<String, String> customRequestHeaders,
            @Nullable SortedMap<String, String> customResponseHeaders,
            @Nullable List<String> accessControlAllowOriginList,
            @Nullable List<String> accessControlAllowOriginListRegex,
            @Nullable List<String> accessControlAllowMethods,
            @Nullable List<String> accessControlAllowHeaders,
            @Nullable List<String> accessControlExposeHeaders,
            @Nullable Long accessControlMaxAge,
            @Nullable Boolean accessControlAllowCredentials,
            @Nullable Boolean addVaryHeader)
            implements Step {

        static Headers changing(SortedMap<String, String> requests, SortedMap<String, String> responses) {
            return new Headers(requests, responses, null, null, null, null, null, null, null, null);
        }
    }

    /**
     * Lets pass {@code average} requests in the time of {@code period}.
     *
     * @param burst how many may come at once
     * @param sourceCriterion who shares one allowance; left out, each address has its own
     * @param redis where requests are counted; left out, in each replica
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RateLimit(
            int average,
            String period,
            @Nullable Integer burst,
            @Nullable SourceCriterion sourceCriterion,
            @Nullable Redis redis)
            implements Step {}

    /** A Redis, as {@code host:port}; Traefik counts under the name of the Middleware there. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Redis(List<String> endpoints) {}

    /** Requests with the same value of a header share an allowance, or those that come from the same address. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceCriterion(
            @Nullable String requestHeaderName, @Nullable IpStrategy ipStrategy) {
        static SourceCriterion ofHeader(String name) {
            return new SourceCriterion(name, null);
        }
    }

    /** The address at a place of the list in X-Forwarded-For, counted from its end; none where the list is shorter. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record IpStrategy(int depth) {}

    /** Lets pass no more than {@code amount} requests at the same time; the others get 429. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record InFlightReq(int amount, SourceCriterion sourceCriterion) implements Step {}

    /**
     * Passes a request on when it has come as a whole; a larger one gets 413.
     *
     * @param maxRequestBodyBytes the largest one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Buffering(long maxRequestBodyBytes) implements Step {}

    /**
     * Compresses answers for clients that can read that.
     *
     * @param encodings how, the best first
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Compress(List<String> encodings) implements Step {}

    /** Lets pass who comes from one of these ranges of addresses. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record IpAllowList(
            List<String> sourceRange, @Nullable Integer rejectStatusCode) implements Step {}

    /**
     * Lets pass who gives the name and the password of a user.
     *
     * @param secret with a single key, of any name, that holds the users in htpasswd format (bcrypt, MD5 or SHA-1)
     * @param realm what a browser shows when it asks
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BasicAuth(String secret, @Nullable String realm) implements Step {}

    /**
     * Lets pass whom a service answers with a code from 200 to 299; its other answers go to the client.
     *
     * @param address URL that is asked
     * @param authResponseHeaders headers of the answer that the request gets, instead of its own
     * @param trustForwardHeader whether the service is told what a client says about the way of its request
     * @param preserveLocationHeader whether a redirect reaches the client as the service wrote it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ForwardAuth(
            String address,
            List<String> authResponseHeaders,
            boolean trustForwardHeader,
            boolean preserveLocationHeader)
            implements Step {}

    /**
     * Tries again what failed.
     *
     * @param attempts tries in all, the first included
     * @param initialInterval wait before the second try
     * @param status codes that count as failed, beside a connection that did not come about
     * @param retryNonIdempotentMethod whether that goes for POST and PATCH as well
     * @param maxRequestBodyBytes larger requests are not kept for another try, and not repeated for their code
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Retry(
            int attempts,
            @Nullable String initialInterval,
            @Nullable List<String> status,
            @Nullable Boolean retryNonIdempotentMethod,
            @Nullable Long maxRequestBodyBytes)
            implements Step {}

    /**
     * Leaves a service alone that fails.
     *
     * @param expression what has to be true of the last ten seconds
     * @param checkPeriod how often that is looked at
     * @param fallbackDuration how long the service is then not asked at all
     * @param recoveryDuration how long after that it is asked by a growing part of the requests only
     * @param responseCode what the others are answered
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CircuitBreaker(
            String expression, String checkPeriod, String fallbackDuration, String recoveryDuration, int responseCode)
            implements Step {}

    /**
     * Sends the client to another URL. What the expression does not match, and what would lead to where it comes from, goes
     * on instead.
     *
     * @param regex compared with the whole URL as it was sent
     * @param replacement in which {@code ${1}} stands for the first group
     * @param permanent whether clients may remember it: 301, with other methods than GET 308; otherwise 302 and 307
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RedirectRegex(String regex, String replacement, boolean permanent) implements Step {}

    /** Asks for another path. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ReplacePath(String path) implements Step {}

    /**
     * Replaces what a regular expression (RE2) matches of a path.
     *
     * @param regex compared with the path as it was sent, still encoded
     * @param replacement in which {@code $1} stands for the first group
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ReplacePathRegex(String regex, String replacement) implements Step {}
}
