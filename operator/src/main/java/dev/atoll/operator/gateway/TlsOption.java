// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traefik's TLSOption: on which terms it speaks TLS under the hosts of the Ingresses that name it. */
@Group("traefik.io")
@Version("v1alpha1")
@Kind("TLSOption")
@Plural("tlsoptions")
public final class TlsOption extends CustomResource<TlsOption.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** The TLSOption of a route. */
    static TlsOption of(Route route, TlsTerms terms) {
        var option = new TlsOption();
        // spotless:off
        option.setMetadata(new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(route.name())
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner())
            .build());
        // spotless:on
        option.setSpec(new Spec(
                terms.minVersion().map(Enum::name).orElse(null),
                terms.clientCertificates()
                        .map(given -> new ClientAuth(List.of(given.caSecretName()), ClientAuth.REQUIRED))
                        .orElse(null)));
        return option;
    }

    /**
     * The part of Traefik's schema that Atoll writes.
     *
     * @param minVersion such as {@code VersionTLS12}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(
            @Nullable String minVersion, @Nullable ClientAuth clientAuth) {}

    /**
     * What clients have to show.
     *
     * @param secretNames Secrets with the certificates of authorities under {@code tls.ca} or else {@code ca.crt}; while none of
     *     them has any, Traefik ends every connection
     * @param clientAuthType what it does with the certificates of clients
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ClientAuth(List<String> secretNames, String clientAuthType) {
        static final String REQUIRED = "RequireAndVerifyClientCert";
    }
}
