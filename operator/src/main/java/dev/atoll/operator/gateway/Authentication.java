// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.gatewayroute.Basic;
import dev.atoll.api.v1alpha1.gatewayroute.Forward;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.RouteTargets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How it is found out who may pass.
 *
 * @param auth the one way; never none
 * @param asked the port of the service that decides, or that has the keys, where there is one
 */
public record Authentication(Auth auth, Optional<Target> asked) {

    /** What a spec asks for; empty where everybody may pass. */
    static Optional<Authentication> of(@Nullable Auth auth, Function<Backend, Optional<Target>> services) {
        return Optional.ofNullable(auth)
                .filter(given -> given.none() == null)
                .map(given ->
                        new Authentication(given, RouteTargets.asked(given).flatMap(services)));
    }

    /** The field that asks for it. */
    String kind() {
        if (auth.jwt() != null) {
            return "jwt";
        }
        if (auth.oidc() != null) {
            return "oidc";
        }
        if (auth.basic() != null) {
            return "basic";
        }
        return auth.apiKey() != null ? "apiKey" : "forward";
    }

    /** The users and where they are, if it is by user name and password. */
    Optional<Basic> basic() {
        return Optional.ofNullable(auth.basic());
    }

    /** The headers by which the service that decides, or the token, tells who asks. */
    List<String> responseHeaders() {
        if (auth.jwt() != null) {
            return auth.jwt().claimsToHeaders().values().stream().sorted().toList();
        }
        return Optional.ofNullable(auth.forward()).map(Forward::responseHeaders).orElse(List.of());
    }
}
