// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.RouteIngress.IngressPath;
import dev.atoll.operator.gateway.RouteIngress.Variant;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * HAProxy Technologies' Ingress controller, by the annotations of its documentation (read for 3.2).
 *
 * <p>An annotation is for all hosts and paths of its Ingress and for no others. So a rule that is treated in its own way has
 * an Ingress of its own, named after its path. These come first: a path that moves from one Ingress to another is then in
 * both for a moment, not in none.
 *
 * @param className the IngressClass
 * @param controller the controller that it names
 */
public record HaproxyIngressDialect(String className, String controller) implements GatewayDialect {
    private static final String CONTROLLER = "haproxy.org/ingress-controller";

    /** Whether an IngressClass means this controller; one of several in a cluster has its own name after a slash. */
    public static boolean isSpokenBy(String controller) {
        return controller.equals(CONTROLLER) || controller.startsWith(CONTROLLER + "/");
    }

    @Override
    public Optional<Refusal> refusal(Feature feature) {
        return HaproxyFeatures.refusal(feature, className, controller);
    }

    @Override
    public Optional<String> difference(Feature feature) {
        return HaproxyFeatures.difference(feature);
    }

    @Override
    public List<Violation> violations(GatewayRouteSpec spec) {
        return HaproxyValues.violations(spec);
    }

    @Override
    public List<HasMetadata> objects(Route route) {
        var rules = route.rules().stream()
                .filter(rule -> rule.onlyTarget().isPresent())
                .toList();
        var shared = rules.stream().filter(rule -> !isOwn(route, rule)).toList();
        var own = rules.stream().filter(rule -> isOwn(route, rule)).toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        if (!shared.isEmpty()) {
            return Stream.concat(
                            own.stream().map(rule -> ofRule(route, rule)),
                            Stream.of(ingress(route, route.name(), route.common(), shared)))
                    .toList();
        }
        // One of them has the route's name always, and asks for the certificate.
        var last = own.getLast();
        return Stream.concat(
                        own.stream().limit(own.size() - 1L).map(rule -> ofRule(route, rule)),
                        Stream.of(ingress(route, route.name(), last.treatment(), List.of(last))))
                .toList();
    }

    @Override
    public List<String> remarks(Route route) {
        return route.rules().stream().anyMatch(rule -> rule.treatment().cors().isPresent())
                ? List.of(
                        "HAProxy passes preflight requests (OPTIONS) on to the services that cors is for, which have to answer"
                                + " them with a code from 200 to 299")
                : List.of();
    }

    private HasMetadata ofRule(Route route, RouteRule rule) {
        var name = Names.rule(route.name(), rule.pathType() + " " + rule.path());
        return ingress(route, name, rule.treatment(), List.of(rule));
    }

    private HasMetadata ingress(Route route, String name, Treatment treatment, List<RouteRule> rules) {
        var annotations = HaproxyAnnotations.of(route, treatment);
        if (name.equals(route.name())) {
            annotations.putAll(PlainIngressDialect.issuer(route));
        }
        var paths = rules.stream().flatMap(IngressPath::of).toList();
        return RouteIngress.of(
                route, className, new Variant(name, annotations, route.tls().isPresent(), paths));
    }

    private static boolean isOwn(Route route, RouteRule rule) {
        return !rule.treatment().equals(route.common());
    }
}
