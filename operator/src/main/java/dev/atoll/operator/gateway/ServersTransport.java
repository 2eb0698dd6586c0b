// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atoll.api.v1alpha1.gatewayroute.CaCertificate;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** Traefik's ServersTransport: whose certificates it believes of a server. */
@Group("traefik.io")
@Version("v1alpha1")
@Plural("serverstransports")
public final class ServersTransport extends CustomResource<ServersTransport.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** That of a server outside which has a certificate of an authority of its own. The ConfigMap of its name is Atoll's. */
    static ServersTransport of(Route route, Target target, CaCertificate authority) {
        var transport = new ServersTransport();
        // spotless:off
        transport.setMetadata(new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(target.service())
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner())
            .build());
        // spotless:on
        transport.setSpec(new Spec(List.of(new RootCa(authority.configMapName()), new RootCa(target.service()))));
        return transport;
    }

    /** The part of Traefik's schema that Atoll writes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spec(List<RootCa> rootCAs) {}

    /** A ConfigMap with a certificate under {@code ca.crt}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RootCa(String configMap) {}
}
