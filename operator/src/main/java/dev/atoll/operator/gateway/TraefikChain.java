// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.CircuitBreaker;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimitBy;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimitScope;
import dev.atoll.api.v1alpha1.gatewayroute.Retries;
import dev.atoll.operator.gateway.Middleware.BasicAuth;
import dev.atoll.operator.gateway.Middleware.Buffering;
import dev.atoll.operator.gateway.Middleware.Compress;
import dev.atoll.operator.gateway.Middleware.ForwardAuth;
import dev.atoll.operator.gateway.Middleware.Headers;
import dev.atoll.operator.gateway.Middleware.InFlightReq;
import dev.atoll.operator.gateway.Middleware.IpAllowList;
import dev.atoll.operator.gateway.Middleware.IpStrategy;
import dev.atoll.operator.gateway.Middleware.RedirectScheme;
import dev.atoll.operator.gateway.Middleware.Redis;
import dev.atoll.operator.gateway.Middleware.Retry;
import dev.atoll.operator.gateway.Middleware.SourceCriterion;
import dev.atoll.operator.gateway.Middleware.Step;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Names;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Traefik does with requests on their way, as Middlewares in the order in which it passes them.
 *
 * <p>A Middleware's name says whose it is, a rule's or the route's, and what it is for; never what it contains. So whatever
 * refers to it keeps its own protection while a value changes.
 */
final class TraefikChain {
    /** Larger requests are not kept in memory for another try. */
    private static final long LARGEST_KEPT_REQUEST = 1 << 20;

    /**
     * An address that no request has, since no header is as long as that: so all requests have none, in every replica, whatever
     * clients send. The host of a request would not do, for a client can write it in many ways; nor would what Traefik itself
     * writes, which differs by replica.
     */
    private static final SourceCriterion EVERYBODY = new SourceCriterion(null, new IpStrategy(1_000_000_000));

    /** As Traefik would, but written down: what is left out of a schema's object would be no object. */
    private static final Step COMPRESS = new Compress(List.of("gzip", "br", "zstd"));

    private static final int SERVICE_UNAVAILABLE = 503;

    /**
     * Lets nobody pass. It stands behind a redirect, which lets pass what it does not match: behind it is a service only
     * because an Ingress needs one.
     */
    private static final Step NOBODY = new IpAllowList(TraefikAddresses.NONE, null);

    private TraefikChain() {}

    /**
     * The chain of a treatment. A browser's question before a request carries no token and must not use up an allowance, so
     * it is answered first; a page can then also read why its request was refused. The limit comes before authentication,
     * since it slows down who guesses passwords; unless it counts by what authentication says, which a client could make up
     * before. The headers that authentication gives a request can be changed after it.
     * What is tried again is the call of the service alone; only what failed after all tries counts as a failure of it.
     *
     * @param base what the names begin with: the name of the route, or of the one rule that it is for
     * @param path the path of that rule
     */
    static List<Middleware> of(
            Route route, String base, Treatment treatment, String path, TraefikInstallation traefik) {
        var steps = new LinkedHashMap<String, Optional<? extends Step>>();
        var identity = route.identityHeaders();
        steps.put("cors", treatment.cors().map(TraefikCors::of));
        steps.put("addresses", treatment.clientIPs().map(given -> new IpAllowList(TraefikAddresses.of(given), null)));
        var limit = treatment.rateLimit();
        Function<RateLimit, Step> limiting = given -> limit(given, traefik);
        steps.put("rate-limit", limit.filter(given -> !isBy(identity, given)).map(limiting));
        steps.put("identity", unchecked(identity, treatment));
        steps.put("auth", treatment.authentication().map(given -> authentication(route, given)));
        steps.put("identity-limit", limit.filter(given -> isBy(identity, given)).map(limiting));
        steps.put("at-once", treatment.maxConcurrent().map(amount -> new InFlightReq(amount, EVERYBODY)));
        steps.put("body", treatment.maxBodyBytes().map(Buffering::new));
        steps.put("headers", headers(treatment));
        steps.put("compression", treatment.isCompressed() ? Optional.of(COMPRESS) : Optional.empty());
        steps.put("path", treatment.filters().rewrite().flatMap(rewrite -> TraefikPath.replaced(path, rewrite)));
        steps.put("elsewhere", treatment.filters().redirect().map(redirect -> TraefikRedirect.of(path, redirect)));
        steps.put("nobody", treatment.filters().redirect().map(redirect -> NOBODY));
        steps.put("breaker", treatment.circuitBreaker().flatMap(TraefikChain::breaker));
        steps.put("retries", treatment.retries().map(TraefikChain::retry));
        return steps.entrySet().stream()
                .flatMap(step -> step.getValue().stream()
                        .map(found -> Middleware.of(route, Names.middleware(base, step.getKey()), found)))
                .toList();
    }

    /** Sends plain HTTP to HTTPS, and lets pass what comes by HTTPS already. */
    static Middleware redirect(Route route) {
        return Middleware.of(route, Names.redirect(route.name()), new RedirectScheme("https", true));
    }

    /**
     * Lets everybody pass. Where Traefik does not take Middlewares from Ingresses at all, it drops each Ingress that names
     * one; what is open has to go with what is protected then, or it would answer for it.
     */
    static Middleware open(Route route) {
        return Middleware.of(
                route, Names.middleware(route.name(), "open"), new IpAllowList(TraefikAddresses.ALL, null));
    }

    /** Lets nobody pass, and says that it is for now (503). */
    static Middleware closed(Route route) {
        return Middleware.of(
                route,
                Names.middleware(route.name(), "closed"),
                new IpAllowList(TraefikAddresses.NONE, SERVICE_UNAVAILABLE));
    }

    private static boolean isBy(Set<String> identity, RateLimit limit) {
        return limit.by() == RateLimitBy.Header
                && Optional.ofNullable(limit.header())
                        .filter(identity::contains)
                        .isPresent();
    }

    /** Takes out of requests who asks, where nobody checks it: a service that is asked there as well would believe it. */
    private static Optional<Step> unchecked(Set<String> identity, Treatment treatment) {
        var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        identity.forEach(name -> names.put(name, ""));
        treatment.authentication().ifPresent(given -> given.responseHeaders().forEach(names::remove));
        return names.isEmpty() ? Optional.empty() : Optional.of(Headers.changing(names, new TreeMap<>()));
    }

    private static Step limit(RateLimit limit, TraefikInstallation traefik) {
        var store = limit.scope() == RateLimitScope.Shared
                ? new Redis(List.of(traefik.rateLimitStore()
                        .orElseThrow(
                                () -> new IllegalStateException("counting together without a store was not refused"))))
                : null;
        return new Middleware.RateLimit(limit.requests(), limit.per(), limit.burst(), criterion(limit), store);
    }

    private static @Nullable SourceCriterion criterion(RateLimit limit) {
        return switch (limit.by()) {
            case ClientIP -> null;
            case Header ->
                Optional.ofNullable(limit.header())
                        .map(SourceCriterion::ofHeader)
                        .orElseThrow();
            case Claim -> throw new IllegalStateException("tokens, which Traefik cannot read, were not refused");
            case Route -> EVERYBODY;
        };
    }

    private static Step authentication(Route route, Authentication given) {
        return given.basic()
                .<Step>map(basic -> new BasicAuth(basic.secretName(), basic.realm()))
                .or(() -> given.asked().flatMap(target -> forward(route, given, target)))
                .orElseThrow(() -> new IllegalStateException("an authentication that Traefik has not was not refused"));
    }

    private static Optional<Step> forward(Route route, Authentication given, Target target) {
        var host = Names.host(target.service(), route.identity().namespace());
        return Optional.ofNullable(given.auth().forward())
                .map(forward -> new ForwardAuth(
                        "http://%s:%d%s".formatted(host, target.portNumber(), forward.path()),
                        forward.responseHeaders(),
                        false,
                        true));
    }

    /** The host of a request is a header too, to Traefik as to HTTP. */
    private static Optional<Step> headers(Treatment treatment) {
        var requests = values(treatment.filters().requestHeaders());
        treatment
                .filters()
                .rewrite()
                .flatMap(rewrite -> Optional.ofNullable(rewrite.hostname()))
                .ifPresent(host -> requests.put("Host", host));
        var responses = values(treatment.filters().responseHeaders());
        return requests.isEmpty() && responses.isEmpty()
                ? Optional.empty()
                : Optional.of(Headers.changing(requests, responses));
    }

    private static SortedMap<String, String> values(Optional<HeaderModifier> modifier) {
        var values = new TreeMap<String, String>();
        modifier.ifPresent(given -> {
            given.set().forEach(header -> values.put(header.name(), header.value()));
            given.remove().forEach(name -> values.put(name, ""));
        });
        return values;
    }

    /** As often as Traefik would look, but written down. A connection that does not come about counts as 502 or 504. */
    private static Optional<Step> breaker(CircuitBreaker breaker) {
        var openFor = Objects.requireNonNull(breaker.openFor());
        return Optional.ofNullable(breaker.errorPercent())
                .map(percent -> new Middleware.CircuitBreaker(
                        "ResponseCodeRatio(500, 600, 0, 600) >= %s".formatted(BigDecimal.valueOf(percent, 2)),
                        "100ms",
                        openFor,
                        openFor,
                        SERVICE_UNAVAILABLE));
    }

    private static Step retry(Retries retries) {
        boolean hasCodes = !retries.codes().isEmpty();
        return new Retry(
                retries.attempts() + 1,
                retries.backoff(),
                retries.codes().stream().map(String::valueOf).toList(),
                hasCodes ? true : null,
                hasCodes ? LARGEST_KEPT_REQUEST : null);
    }
}
