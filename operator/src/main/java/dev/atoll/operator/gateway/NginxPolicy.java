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

/**
 * A Policy of F5's NGINX Ingress Controller: what is done with the requests of the Ingresses that name it. The API server fills
 * in fields that Atoll does not write; they are not read.
 */
@Group("k8s.nginx.org")
@Version("v1")
@Kind("Policy")
@Plural("policies")
public final class NginxPolicy extends CustomResource<NginxPolicy.Spec, NginxPolicy.Status> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A Policy of a route. */
    static NginxPolicy of(Route route, String name, Spec spec) {
        var policy = new NginxPolicy();
        // spotless:off
        policy.setMetadata(new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(name)
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner())
            .build());
        // spotless:on
        policy.setSpec(spec);
        return policy;
    }

    /**
     * The part of F5's schema that Atoll writes; a Policy is about one thing.
     *
     * @param ingressClassName whose controller it is for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spec(
            String ingressClassName,
            @Nullable Cors cors,
            @Nullable ExternalAuth externalAuth) {
        static Spec of(String ingressClassName, Cors cors) {
            return new Spec(ingressClassName, cors, null);
        }

        static Spec of(String ingressClassName, ExternalAuth externalAuth) {
            return new Spec(ingressClassName, null, externalAuth);
        }
    }

    /**
     * What the controller says of it.
     *
     * @param state Valid, Warning or Invalid; nothing yet where it has not looked
     * @param message why
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Status(@Nullable String state, @Nullable String message) {}

    /**
     * Answers for web pages of other origins.
     *
     * @param maxAge in seconds
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Cors(
            List<String> allowOrigin,
            List<String> allowMethods,
            List<String> allowHeaders,
            List<String> exposeHeaders,
            boolean allowCredentials,
            long maxAge) {}

    /**
     * Lets pass whom a service answers with a code from 200 to 299.
     *
     * @param authURI path that is asked
     * @param authServiceName the Service, in the Policy's namespace
     * @param authServicePorts the one port of the Service that is asked
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExternalAuth(String authURI, String authServiceName, List<Integer> authServicePorts) {}
}
