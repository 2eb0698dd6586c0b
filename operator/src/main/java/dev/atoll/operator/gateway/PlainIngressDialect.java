// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Issuer;
import dev.atoll.api.v1alpha1.gatewayroute.IssuerKind;
import dev.atoll.operator.gateway.RouteIngress.IngressPath;
import dev.atoll.operator.gateway.RouteIngress.Variant;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A controller of which only the standard is known: one Ingress with hosts, paths and certificate.
 *
 * @param className the IngressClass
 * @param controller the controller that it names
 */
public record PlainIngressDialect(String className, String controller) implements GatewayDialect {
    /**
     * What the fields of an Ingress can say. gRPC is not among them, so that nothing can be mixed with it; nor is anything in
     * which rules can differ.
     */
    static final Set<Feature> ENFORCED =
            Set.copyOf(EnumSet.of(Feature.TLS_SECRET, Feature.TLS_ISSUER, Feature.PROTOCOL_MIX, Feature.RULES_DIFFER));

    private static final Set<Feature> LEFT_TO_CONTROLLER =
            Set.copyOf(EnumSet.of(Feature.TLS_REDIRECT, Feature.TLS_PLAIN));

    @Override
    public Optional<Refusal> refusal(Feature feature) {
        return ENFORCED.contains(feature)
                ? Optional.empty()
                : Optional.of(Refusal.of(name(), feature, remedy(feature)));
    }

    @Override
    public List<HasMetadata> objects(Route route) {
        var paths = route.rules().stream().flatMap(IngressPath::of).toList();
        return paths.isEmpty()
                ? List.of()
                : List.of(RouteIngress.of(
                        route,
                        className,
                        new Variant(route.name(), issuer(route), route.tls().isPresent(), paths)));
    }

    @Override
    public List<String> remarks(Route route) {
        return route.tls().isPresent()
                ? List.of("whether plain HTTP is redirected is for the controller to decide")
                : List.of();
    }

    /** What has cert-manager make the certificate (cert-manager's annotations for an Ingress). */
    static Map<String, String> issuer(Route route) {
        return route.tls()
                .flatMap(tls -> Optional.ofNullable(tls.issuer()))
                .map(issuer -> Map.of(annotation(issuer), issuer.name()))
                .orElse(Map.of());
    }

    private String name() {
        return controller.isEmpty() ? "the controller of IngressClass " + className : controller;
    }

    private static String annotation(Issuer issuer) {
        return issuer.kind() == IssuerKind.ClusterIssuer ? "cert-manager.io/cluster-issuer" : "cert-manager.io/issuer";
    }

    private static String remedy(Feature feature) {
        return LEFT_TO_CONTROLLER.contains(feature)
                ? "remove it and configure the controller itself, or use another class"
                : "remove it, or use another class";
    }
}
