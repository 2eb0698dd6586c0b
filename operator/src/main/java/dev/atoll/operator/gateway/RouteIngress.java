// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An Ingress: hosts, paths, services and certificate, which every controller understands. */
final class RouteIngress {
    private RouteIngress() {}

    /**
     * What is special about one Ingress of a route.
     *
     * @param name its name
     * @param annotations what its controller is told besides
     * @param isEncrypted whether it names the route's certificate
     * @param paths the paths that it holds, under each host
     */
    record Variant(String name, Map<String, String> annotations, boolean isEncrypted, List<IngressPath> paths) {}

    /**
     * A path and who answers it.
     *
     * @param type as an Ingress names it
     */
    record IngressPath(String path, String type, Target target) {
        /** The path of a rule as the standard has it; none where nobody answers. */
        static Stream<IngressPath> of(RouteRule rule) {
            return rule.onlyTarget().stream()
                    .map(target -> new IngressPath(rule.path(), rule.pathType().name(), target));
        }
    }

    static Ingress of(Route route, String className, Variant variant) {
        return of(route, className, variant, route.hosts());
    }

    /** The same for some of the hosts. The certificate is for all of them, whichever Ingress asks for it. */
    static Ingress of(Route route, String className, Variant variant, List<String> hosts) {
        // spotless:off
        return new IngressBuilder()
            .withNewMetadata()
                .withNamespace(route.identity().namespace())
                .withName(variant.name())
                .withLabels(Labels.metadata(route.identity()))
                .withAnnotations(variant.annotations().isEmpty() ? null : variant.annotations())
                .withOwnerReferences(route.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withIngressClassName(className)
                .withTls(variant.isEncrypted() ? certificates(route) : List.of())
                .withRules(hosts.stream().map(host -> rule(host, variant.paths())).toList())
            .endSpec()
            .build();
        // spotless:on
    }

    private static List<IngressTLS> certificates(Route route) {
        return route.tlsSecret().map(secret -> new IngressTLS(route.hosts(), secret)).stream()
                .toList();
    }

    private static IngressRule rule(String host, List<IngressPath> paths) {
        // spotless:off
        return new IngressRuleBuilder()
            .withHost(host)
            .withNewHttp()
                .withPaths(paths.stream().map(RouteIngress::path).toList())
            .endHttp()
            .build();
        // spotless:on
    }

    private static HTTPIngressPath path(IngressPath path) {
        // spotless:off
        return new HTTPIngressPathBuilder()
            .withPath(path.path())
            .withPathType(path.type())
            .withNewBackend()
                .withNewService()
                    .withName(path.target().service())
                    .withNewPort()
                        .withName(path.target().portName())
                    .endPort()
                .endService()
            .endBackend()
            .build();
        // spotless:on
    }
}
