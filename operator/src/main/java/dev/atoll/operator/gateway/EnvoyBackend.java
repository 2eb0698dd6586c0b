// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atoll.api.v1alpha1.gatewayroute.External;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Envoy Gateway's Backend: a server outside, and how it is asked (read in Envoy Gateway 1.9). */
@Group(EnvoyBackend.GROUP)
@Version("v1alpha1")
@Kind(EnvoyBackend.KIND)
@Plural("backends")
public final class EnvoyBackend extends CustomResource<EnvoyBackend.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    static final String GROUP = "gateway.envoyproxy.io";
    static final String KIND = "Backend";

    /** The Backend of a server outside that a route leads to. */
    static EnvoyBackend of(Route route, Target target) {
        var server = target.outside().orElseThrow();
        var backend = new EnvoyBackend();
        // spotless:off
        backend.setMetadata(new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(target.service())
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner())
            .build());
        // spotless:on
        backend.setSpec(new Spec(
                List.of(new Endpoint(new Fqdn(server.hostname(), target.portNumber()))),
                server.scheme().equals("https") ? Tls.of(server) : null));
        return backend;
    }

    /** The part of Envoy Gateway's schema that Atoll writes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spec(List<Endpoint> endpoints, @Nullable Tls tls) {}

    /** One address. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Endpoint(Fqdn fqdn) {}

    /** A DNS name, which Envoy looks up itself. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fqdn(String hostname, int port) {}

    /**
     * How the server proves who it is: by one of these authorities. Its certificate has to have the name that is asked for.
     *
     * @param sni that name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tls(
            @Nullable List<Reference> caCertificateRefs,
            @Nullable String wellKnownCACertificates,
            String sni) {
        static Tls of(External server) {
            var own = Optional.ofNullable(server.caCertificate())
                    .map(given -> List.of(new Reference("", "ConfigMap", given.configMapName())));
            return new Tls(own.orElse(null), own.isPresent() ? null : "System", server.hostname());
        }
    }

    /** An object of the same namespace. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reference(String group, String kind, String name) {}
}
