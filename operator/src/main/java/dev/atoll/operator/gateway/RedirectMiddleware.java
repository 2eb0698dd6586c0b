// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/** Sends plain HTTP to HTTPS, and lets pass what comes by HTTPS already. */
final class RedirectMiddleware {
    private RedirectMiddleware() {}

    static Middleware of(Route route) {
        var middleware = new Middleware();
        // spotless:off
        middleware.setMetadata(new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(Names.redirect(route.name()))
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner())
            .build());
        // spotless:on
        middleware.setSpec(new Middleware.Spec(new Middleware.RedirectScheme("https", true)));
        return middleware;
    }
}
