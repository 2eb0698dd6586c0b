// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.RouteIngress.IngressPath;
import dev.atoll.operator.gateway.RouteIngress.Variant;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * F5's NGINX Ingress Controller, by the annotations and Policies of its documentation (read for 5.5).
 *
 * <p>It gives a host to one Ingress only, and an annotation or a Policy is for the whole of it. Several Ingresses under a host
 * would have to be a master and its minions, and nothing is said of the paths of a minion that it does not take: a shorter
 * path of another one could answer for them. So a route is one Ingress, and its rules are treated alike.
 *
 * <p>While a Policy that an Ingress names is missing or not valid, the controller answers with code 500 (5.5).
 *
 * @param className the IngressClass
 * @param hasPolicies whether F5's CRDs are installed, and the class says that its controller enforces them
 */
public record NginxIngressDialect(String className, boolean hasPolicies) implements GatewayDialect {
    /** How an IngressClass names the controller. */
    public static final String CONTROLLER = "nginx.org/ingress-controller";

    @Override
    public String controller() {
        return CONTROLLER;
    }

    @Override
    public Optional<String> soleness(GatewayRouteSpec one, GatewayRouteSpec other) {
        return Optional.of(
                "the gateway's controller gives a host to one Ingress only; add the rules there, or name other hosts");
    }

    @Override
    public Optional<Refusal> refusal(Feature feature) {
        return NginxFeatures.refusal(feature, className, hasPolicies);
    }

    @Override
    public Optional<String> difference(Feature feature) {
        return NginxFeatures.difference(feature);
    }

    @Override
    public List<Violation> violations(GatewayRouteSpec spec) {
        return NginxValues.violations(spec);
    }

    @Override
    public Optional<String> misfit(SecretUse use, SecretFacts secret) {
        return SecretFit.ofNginx(use, secret);
    }

    @Override
    public List<HasMetadata> objects(Route route) {
        var rules = route.rules().stream()
                .filter(rule -> rule.onlyTarget().isPresent())
                .toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        var treatment = rules.getFirst().treatment();
        if (!rules.stream().allMatch(rule -> rule.treatment().equals(treatment))) {
            throw new IllegalStateException("rules that are treated differently were not refused");
        }
        var policies = policies(route, treatment);
        var annotations = NginxAnnotations.of(route, treatment);
        if (!policies.isEmpty()) {
            annotations.put(
                    "nginx.org/policies",
                    policies.stream()
                            .map(policy -> policy.getMetadata().getName())
                            .collect(Collectors.joining(",")));
        }
        annotations.putAll(PlainIngressDialect.issuer(route));
        var paths = rules.stream().flatMap(IngressPath::of).toList();
        var ingress = RouteIngress.of(
                route,
                className,
                new Variant(route.name(), annotations, route.tls().isPresent(), paths));
        // What an Ingress refers to comes before it.
        return Stream.<HasMetadata>concat(policies.stream(), Stream.of(ingress)).toList();
    }

    @Override
    public List<String> remarks(Route route) {
        return List.of();
    }

    private List<NginxPolicy> policies(Route route, Treatment treatment) {
        var policies = new ArrayList<NginxPolicy>();
        treatment
                .authentication()
                .map(NginxAnnotations::externalAuth)
                .map(auth ->
                        NginxPolicy.of(route, Names.policy(route.name(), "auth"), NginxPolicy.Spec.of(className, auth)))
                .ifPresent(policies::add);
        treatment
                .cors()
                .map(NginxAnnotations::cors)
                .map(cors ->
                        NginxPolicy.of(route, Names.policy(route.name(), "cors"), NginxPolicy.Spec.of(className, cors)))
                .ifPresent(policies::add);
        return policies;
    }
}
