// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.CaCertificate;
import dev.atoll.operator.gateway.Route.Target;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How Traefik is told of servers outside: by a Service that stands for a DNS name, whose annotations say how it is asked (read
 * in Traefik 3.7).
 */
final class TraefikOutside {
    private static final String ANNOTATION = "traefik.ingress.kubernetes.io/service.";

    private TraefikOutside() {}

    /** What a route's Ingresses refer to. */
    static Stream<HasMetadata> of(Route route) {
        return route.outside().flatMap(target -> {
            var trusted = authority(target).stream()
                    .flatMap(given ->
                            Stream.of(NoAuthority.of(route, target), ServersTransport.of(route, target, given)));
            return Stream.concat(trusted, Stream.of(ExternalService.of(route, target, annotations(route, target))));
        });
    }

    private static Map<String, String> annotations(Route route, Target target) {
        var annotations = new LinkedHashMap<String, String>();
        annotations.put(ANNOTATION + "serversscheme", target.portName());
        authority(target)
                .ifPresent(ignored -> annotations.put(
                        ANNOTATION + "serverstransport",
                        route.identity().namespace() + "-" + target.service() + "@kubernetescrd"));
        return annotations;
    }

    private static Optional<CaCertificate> authority(Target target) {
        return target.outside().flatMap(server -> Optional.ofNullable(server.caCertificate()));
    }
}
