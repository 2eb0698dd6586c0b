// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Traefik's Middleware: what is done with a request on its way to a service. */
@Group("traefik.io")
@Version("v1alpha1")
@Plural("middlewares")
public final class Middleware extends CustomResource<Middleware.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A Middleware of a route. */
    static Middleware of(Route route, String name, Spec spec) {
        var middleware = new Middleware();
        // spotless:off
        middleware.setMetadata(new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(name)
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner())
            .build());
        // spotless:on
        middleware.setSpec(spec);
        return middleware;
    }

    /** The part of Traefik's schema that Atoll writes; a Middleware does exactly one of these things. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(
            @Nullable RedirectScheme redirectScheme,
            @Nullable Headers headers) {

        static Spec redirect(RedirectScheme scheme) {
            return new Spec(scheme, null);
        }

        static Spec headers(Headers headers) {
            return new Spec(null, headers);
        }
    }

    /**
     * Redirects a request that came by another scheme.
     *
     * @param scheme where to
     * @param permanent whether clients may remember it
     */
    public record RedirectScheme(String scheme, boolean permanent) {}

    /**
     * Sets headers, by name; an empty value removes one. Host stands for the host that the service is asked for.
     *
     * @param customRequestHeaders those of requests
     * @param customResponseHeaders those of responses
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Headers(
            @Nullable SortedMap<String, String> customRequestHeaders,
            @Nullable SortedMap<String, String> customResponseHeaders) {}
}
