// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Oidc;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.gateway.SecurityPolicy.BackendRef;
import dev.atoll.operator.gateway.SecurityPolicy.OidcProvider;
import dev.atoll.operator.gateway.SecurityPolicy.SecretRef;
import dev.atoll.operator.meta.Names;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A login at an OpenID Connect provider, in the words of a SecurityPolicy (read in Envoy Gateway 1.9). */
final class EnvoyLogin {
    /** Scheme and host of the request, as Envoy itself would write them; the scheme is not for a client to say. */
    private static final String HERE = "%REQ(x-forwarded-proto)%://%REQ(:authority)%";

    private EnvoyLogin() {}

    static Optional<SecurityPolicy.Oidc> of(Route route, Authentication given) {
        return Optional.ofNullable(given.auth().oidc()).map(login -> of(route, login, target(given)));
    }

    private static SecurityPolicy.Oidc of(Route route, Oidc login, Target target) {
        return new SecurityPolicy.Oidc(
                provider(route, login, target),
                login.clientId(),
                SecretRef.of(login.clientSecret().name()),
                login.scopes(),
                HERE + login.redirectPath(),
                login.logoutPath());
    }

    private static OidcProvider provider(Route route, Oidc login, Target target) {
        var host = Names.host(target.service(), route.identity().namespace());
        var path = Objects.requireNonNull(login.tokenFrom()).path();
        return new OidcProvider(
                login.issuer(),
                Objects.requireNonNull(login.authorizationEndpoint()),
                "http://%s:%d%s".formatted(host, target.portNumber(), path),
                List.of(BackendRef.of(target)));
    }

    private static Target target(Authentication given) {
        return given.asked()
                .orElseThrow(() -> new IllegalStateException("a login whose service is missing was not refused"));
    }
}
