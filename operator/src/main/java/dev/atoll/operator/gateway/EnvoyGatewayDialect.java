// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Envoy Gateway, by routes of the Gateway API and its own policies for them (read and tried with Envoy Gateway 1.9).
 *
 * <p>A policy is another object than the route that it protects, and Envoy Gateway may see either first. Envoy takes a new
 * kind of check for new connections only: on those from before, a route is not checked until they are drained. So a rule
 * with policies has a route of its own, named after its requests and the kinds of its policies; it leads nowhere until these
 * have been in force for that long. A policy belongs to its route as well, so that it never goes before it.
 *
 * @param plain what it shares with every Gateway
 * @param envoy what is known of it besides
 */
public record EnvoyGatewayDialect(GatewayApiDialect plain, EnvoyInstallation envoy) implements GatewayDialect {
    /** How a GatewayClass names Envoy Gateway. */
    public static final String CONTROLLER = "gateway.envoyproxy.io/gatewayclass-controller";

    /** The kinds of its policies. */
    public static final List<Class<? extends HasMetadata>> POLICIES =
            List.of(SecurityPolicy.class, BackendTrafficPolicy.class);

    /** What every version of it has; its GatewayClass lists nothing. */
    private static final Set<String> FEATURES = Arrays.stream(Feature.values())
            .flatMap(feature -> GatewayApiDialect.listedName(feature).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** The time for which Envoy Gateway lets Envoy drain, where nobody has changed it. */
    public static final Duration USUAL_DRAIN_TIME = Duration.ofSeconds(60);

    /** The dialect of a Gateway whose class names Envoy Gateway. */
    public static EnvoyGatewayDialect of(GatewayApiDialect plain, EnvoyInstallation envoy) {
        return new EnvoyGatewayDialect(plain.with(FEATURES), envoy);
    }

    @Override
    public String controller() {
        return CONTROLLER;
    }

    @Override
    public Optional<Refusal> refusal(Feature feature) {
        return EnvoyFeatures.isByPolicy(feature) ? EnvoyFeatures.refusal(feature, envoy) : plain.refusal(feature);
    }

    @Override
    public Optional<String> difference(Feature feature) {
        return EnvoyFeatures.difference(feature).or(() -> plain.difference(feature));
    }

    @Override
    public Optional<String> misfit(SecretUse use, SecretFacts secret) {
        return SecretFit.ofEnvoyGateway(use, secret);
    }

    @Override
    public Optional<String> withoutSecret(SecretUse use) {
        return Optional.of("the answer is 500");
    }

    @Override
    public List<Violation> violations(GatewayRouteSpec spec) {
        return Stream.concat(
                        EnvoyValues.violations(spec).stream(),
                        envoy.externalHosts().violations(spec))
                .toList();
    }

    @Override
    public List<HasMetadata> objects(Route route) {
        var own = route.rules().stream()
                .filter(EnvoyGatewayDialect::hasPolicies)
                .flatMap(rule -> {
                    var made = made(route, rule);
                    return Stream.concat(policies(route, rule, made, List.of()).stream(), Stream.of(made));
                });
        return Stream.<Stream<? extends HasMetadata>>of(outside(route), own, shared(route).stream())
                .<HasMetadata>flatMap(objects -> objects)
                .distinct()
                .toList();
    }

    /** What is shut comes before its policies, and what is open after them. */
    @Override
    public Step step(Route route, List<HasMetadata> present, Instant now) {
        var shut = new ArrayList<HasMetadata>();
        var policies = new ArrayList<HasMetadata>();
        var open = new ArrayList<HasMetadata>();
        var waits = new ArrayList<Duration>();
        for (var rule :
                route.rules().stream().filter(EnvoyGatewayDialect::hasPolicies).toList()) {
            var made = made(route, rule);
            var own = policies(route, rule, made, present);
            var wait = wait(made, own, present, now);
            policies.addAll(own);
            if (wait.isPositive()) {
                shut.add(EnvoyRoutes.shut(made, rule));
                // What is refused may stay so for long, and must not hold up the rest.
                if (own.stream().noneMatch(policy -> isRefused(policy, present))) {
                    waits.add(wait);
                }
            } else {
                open.add(made);
            }
        }
        // What has no policy so far stays open until its policies are in force.
        var rest = shared(route).stream()
                .filter(object -> waits.isEmpty() || find(object, present).isEmpty())
                .toList();
        var objects = Stream.of(outside(route).toList(), shut, policies, open, rest)
                .<HasMetadata>flatMap(List::stream)
                .distinct()
                .toList();
        return new Step(objects, waits.stream().min(Comparator.naturalOrder()));
    }

    @Override
    public List<String> remarks(Route route) {
        return List.of();
    }

    /** The servers outside, which routes refer to. */
    private static Stream<EnvoyBackend> outside(Route route) {
        return route.outside().map(target -> EnvoyBackend.of(route, target));
    }

    /** How long a route has to stay shut, not at all if zero. What is open stays so while its policies change. */
    private Duration wait(HasMetadata made, List<HasMetadata> policies, List<HasMetadata> present, Instant now) {
        boolean isOpen =
                find(made, present).filter(found -> !EnvoyRoutes.isShut(found)).isPresent();
        return policies.stream()
                .map(policy -> policy instanceof BackendTlsPolicy tls
                        ? wait(tls, present)
                        : acceptedSince(policy, present)
                                .map(since ->
                                        isOpen ? Duration.ZERO : Duration.between(now, since.plus(envoy.drainTime())))
                                .orElse(envoy.drainTime()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private HasMetadata made(Route route, RouteRule rule) {
        var name = Names.rule(route.name(), rule.requests() + " " + kinds(rule));
        var made = EnvoyRoutes.of(route, plain.parent(), name, rule);
        var given = rule.treatment()
                .authentication()
                .map(Authentication::responseHeaders)
                .orElse(List.of());
        var counted = rule.treatment().rateLimit().stream()
                .filter(EnvoyTraffic::isByClaim)
                .map(limit -> EnvoyTraffic.COUNTED_CLAIM);
        return EnvoyRoutes.without(
                made,
                Stream.concat(
                                route.identityHeaders().stream()
                                        .filter(header -> given.stream().noneMatch(header::equalsIgnoreCase)),
                                counted)
                        .toList());
    }

    /** A connection to a service is made anew when the way changes, so nothing has to be drained. */
    private Duration wait(BackendTlsPolicy policy, List<HasMetadata> present) {
        return BackendTlsPolicies.isInForce(policy, present, plain.parent(), CONTROLLER)
                ? Duration.ZERO
                : envoy.drainTime();
    }

    /** What makes Envoy treat a request in another way, and not only by other values. */
    private static List<String> kinds(RouteRule rule) {
        var treatment = rule.treatment();
        return Stream.of(
                        rule.backendTls().map(given -> "backendTLS"),
                        treatment.authentication().map(given -> given.kind()),
                        treatment.cors().map(given -> "cors"),
                        treatment.rateLimit().map(EnvoyTraffic::kind),
                        treatment.retries().map(given -> "retries"),
                        treatment.clientIPs().map(given -> "clientIPs"),
                        EnvoyAuthorization.claims(treatment).isEmpty()
                                ? Optional.<String>empty()
                                : Optional.of("requiredClaims"),
                        treatment.maxConcurrent().map(given -> "maxConcurrentRequests"),
                        treatment.maxBodyBytes().map(given -> "maxBodySize"),
                        treatment.isCompressed() ? Optional.of("compression") : Optional.<String>empty(),
                        treatment.circuitBreaker().map(given -> "circuitBreaker"),
                        treatment.affinity().map(given -> "affinity"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Where nobody checks who asks, nobody may say so either. */
    private List<HasMetadata> shared(Route route) {
        var rest = route.rules().stream().filter(rule -> !hasPolicies(rule)).toList();
        return plain.objects(new Route(route.identity(), route.hosts(), route.tls(), route.common(), rest)).stream()
                .map(made -> EnvoyRoutes.without(made, List.copyOf(route.identityHeaders())))
                .toList();
    }

    private static boolean hasPolicies(RouteRule rule) {
        return !kinds(rule).isEmpty();
    }

    private static List<HasMetadata> policies(
            Route route, RouteRule rule, HasMetadata made, List<HasMetadata> present) {
        var target = PolicyTarget.of(made);
        var ofRoute = Stream.concat(
                EnvoySecurity.of(route, rule.treatment()).stream()
                        .<HasMetadata>map(spec -> SecurityPolicy.of(metadata(route, made, present), spec.at(target))),
                EnvoyTraffic.of(rule.treatment()).stream()
                        .<HasMetadata>map(
                                spec -> BackendTrafficPolicy.of(metadata(route, made, present), spec.at(target))));
        return Stream.concat(BackendTlsPolicies.of(route, rule, present).stream(), ofRoute)
                .toList();
    }

    /** With the route as a second owner, the policy is not taken away before it when both lose the first. */
    private static ObjectMeta metadata(Route route, HasMetadata made, List<HasMetadata> present) {
        // spotless:off
        var metadata = new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(made.getMetadata().getName())
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner());
        find(made, present).filter(found -> found.getMetadata().getUid() != null)
            .ifPresent(found -> metadata.addToOwnerReferences(new OwnerReferenceBuilder()
                .withApiVersion(found.getApiVersion())
                .withKind(found.getKind())
                .withName(found.getMetadata().getName())
                .withUid(found.getMetadata().getUid())
                .build()));
        // spotless:on
        return metadata.build();
    }

    private Optional<Instant> acceptedSince(HasMetadata policy, List<HasMetadata> present) {
        return find(policy, present)
                .flatMap(EnvoyGatewayDialect::status)
                .flatMap(status -> status.acceptedSince(plain.parent(), CONTROLLER));
    }

    private boolean isRefused(HasMetadata policy, List<HasMetadata> present) {
        if (policy instanceof BackendTlsPolicy tls) {
            return BackendTlsPolicies.isRefused(tls, present, plain.parent(), CONTROLLER);
        }
        return find(policy, present)
                .flatMap(EnvoyGatewayDialect::status)
                .filter(status -> status.isRefused(plain.parent(), CONTROLLER))
                .isPresent();
    }

    private static Optional<PolicyStatus> status(HasMetadata policy) {
        return switch (policy) {
            case SecurityPolicy security -> Optional.ofNullable(security.getStatus());
            case BackendTrafficPolicy traffic -> Optional.ofNullable(traffic.getStatus());
            default -> Optional.empty();
        };
    }

    private static Optional<HasMetadata> find(HasMetadata object, List<HasMetadata> present) {
        var name = object.getMetadata().getName();
        return present.stream()
                .filter(other -> object.getKind().equals(other.getKind()))
                .filter(other -> name.equals(other.getMetadata().getName()))
                .findFirst();
    }
}
