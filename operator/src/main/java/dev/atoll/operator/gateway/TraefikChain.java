// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.operator.gateway.Middleware.Headers;
import dev.atoll.operator.gateway.Middleware.RedirectScheme;
import dev.atoll.operator.gateway.Middleware.Spec;
import dev.atoll.operator.meta.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Traefik does with requests on their way, as Middlewares in the order in which it passes them.
 *
 * <p>A Middleware's name says whose it is, a rule's or the route's, and what it is for; never what it contains. So whatever
 * refers to it keeps its own protection while a value changes.
 */
final class TraefikChain {
    private TraefikChain() {}

    /**
     * The chain of a treatment.
     *
     * @param base what the names begin with: the name of the route, or of the one rule that it is for
     */
    static List<Middleware> of(Route route, String base, Treatment treatment) {
        var chain = new ArrayList<Middleware>();
        headers(treatment)
                .map(spec -> Middleware.of(route, Names.middleware(base, "headers"), spec))
                .ifPresent(chain::add);
        return chain;
    }

    /** Sends plain HTTP to HTTPS, and lets pass what comes by HTTPS already. */
    static Middleware redirect(Route route) {
        return Middleware.of(route, Names.redirect(route.name()), Spec.redirect(new RedirectScheme("https", true)));
    }

    private static Optional<Spec> headers(Treatment treatment) {
        return treatment.requestHeaders().isEmpty()
                        && treatment.responseHeaders().isEmpty()
                ? Optional.empty()
                : Optional.of(Spec.headers(
                        new Headers(values(treatment.requestHeaders()), values(treatment.responseHeaders()))));
    }

    private static SortedMap<String, String> values(Optional<HeaderModifier> modifier) {
        var values = new TreeMap<String, String>();
        modifier.ifPresent(given -> {
            given.set().forEach(header -> values.put(header.name(), header.value()));
            given.remove().forEach(name -> values.put(name, ""));
        });
        return values;
    }
}
