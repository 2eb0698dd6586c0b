// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Traefik's Middleware: what is done with a request on its way to a service. */
@Group("traefik.io")
@Version("v1alpha1")
@Plural("middlewares")
public final class Middleware extends CustomResource<Middleware.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** The part of Traefik's schema that Atoll writes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(@Nullable RedirectScheme redirectScheme) {}

    /**
     * Redirects a request that came by another scheme.
     *
     * @param scheme where to
     * @param permanent whether clients may remember it
     */
    public record RedirectScheme(String scheme, boolean permanent) {}
}
