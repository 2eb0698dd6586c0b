// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.CaCertificate;
import dev.atoll.api.v1alpha1.gatewayroute.External;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
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

    /**
     * A certificate that vouches for nothing: it may not sign others, and it names no server. Where the list of authorities is
     * empty, because the ConfigMap that a route names is missing or of no use, Traefik believes all those that it knows; with this
     * one the list never is.
     */
    private static final String NOBODY = """
            -----BEGIN CERTIFICATE-----
            MIIBejCCASGgAwIBAgIUWQiYZJhaHf0Y48BfuCCVzAlZI3QwCgYIKoZIzj0EAwIw
            HDEaMBgGA1UEAwwRQXRvbGw6IGZvciBub2JvZHkwIBcNMjYxMTI5MTA1MTUzWhgP
            MjEyNjExMDUxMDUxNTNaMBwxGjAYBgNVBAMMEUF0b2xsOiBmb3Igbm9ib2R5MFkw
            EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvjn9o+DT9fRYJ0JhMqnx5cmurB77CvTK
            j8kBlrVGf5rg8+3e0p9EwKMms449YBC6QAaoZDojGWyK8uUXWVVLeaM/MD0wDAYD
            VR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4AwHQYDVR0OBBYEFAHgdSEDAm7cOzdn
            vqTBypJv/BT2MAoGCCqGSM49BAMCA0cAMEQCIGGNOuFd8WD+6Ki/LLaWWDKCw52j
            CpDwvloc/ivFhq/3AiA39UQKscblGgrlOmPtaopQTNtLZjXlH8NSRbLN2K2TCw==
            -----END CERTIFICATE-----
            """;

    private TraefikOutside() {}

    /** What a route's Ingresses refer to. */
    static Stream<HasMetadata> of(Route route) {
        return route.outside().flatMap(target -> {
            var trusted = authority(target).stream()
                    .flatMap(given -> Stream.of(nobody(route, target), ServersTransport.of(route, target, given)));
            return Stream.concat(trusted, Stream.of(service(route, target)));
        });
    }

    private static ConfigMap nobody(Route route, Target target) {
        // spotless:off
        return new ConfigMapBuilder()
            .withNewMetadata()
                .withNamespace(route.identity().namespace())
                .withName(target.service())
                .withLabels(Labels.metadata(route.identity()))
                .withOwnerReferences(route.identity().owner())
            .endMetadata()
            .addToData("ca.crt", NOBODY)
            .build();
        // spotless:on
    }

    private static Service service(Route route, Target target) {
        // spotless:off
        return new ServiceBuilder()
            .withNewMetadata()
                .withNamespace(route.identity().namespace())
                .withName(target.service())
                .withLabels(Labels.metadata(route.identity()))
                .withAnnotations(annotations(route, target))
                .withOwnerReferences(route.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withType("ExternalName")
                .withExternalName(target.outside().map(External::hostname).orElseThrow())
                .addNewPort()
                    .withName(target.portName())
                    .withPort(target.portNumber())
                    .withProtocol("TCP")
                    .withTargetPort(new IntOrString(target.portNumber()))
                .endPort()
            .endSpec()
            .build();
        // spotless:on
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
