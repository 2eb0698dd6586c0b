// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.Forward;
import dev.atoll.api.v1alpha1.gatewayroute.Jwt;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.gateway.SecurityPolicy.ApiKeyAuth;
import dev.atoll.operator.gateway.SecurityPolicy.BackendRef;
import dev.atoll.operator.gateway.SecurityPolicy.BasicAuth;
import dev.atoll.operator.gateway.SecurityPolicy.ClaimToHeader;
import dev.atoll.operator.gateway.SecurityPolicy.ExtAuth;
import dev.atoll.operator.gateway.SecurityPolicy.ExtractFrom;
import dev.atoll.operator.gateway.SecurityPolicy.HttpService;
import dev.atoll.operator.gateway.SecurityPolicy.KeyHeaders;
import dev.atoll.operator.gateway.SecurityPolicy.LocalJwks;
import dev.atoll.operator.gateway.SecurityPolicy.RemoteJwks;
import dev.atoll.operator.gateway.SecurityPolicy.SecretRef;
import dev.atoll.operator.gateway.SecurityPolicy.Spec;
import dev.atoll.operator.gateway.SecurityPolicy.TokenHeader;
import dev.atoll.operator.meta.Names;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may pass, in the words of Envoy Gateway's SecurityPolicy (read in Envoy Gateway 1.9). */
final class EnvoySecurity {
    /** As long as Envoy Gateway keeps keys by itself. */
    private static final String KEYS_KEPT = "300s";

    /** What a service that is asked commonly looks at. Envoy Gateway takes names only, and no pattern. */
    private static final List<String> TOLD_TO_SERVICE = List.of(
            "Accept",
            "Cookie",
            "Origin",
            "User-Agent",
            "X-API-Key",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Request-Id");

    private static final Spec NOTHING = new Spec(null, null, null, null, null, null, null, null);

    private EnvoySecurity() {}

    /** The policy of a treatment; empty where everybody may pass and no page of another origin is answered. */
    static Optional<Spec> of(Route route, Treatment treatment) {
        var given = treatment.authentication();
        var auth = given.map(Authentication::auth);
        var spec = new Spec(
                null,
                treatment.cors().map(EnvoySecurity::cors).orElse(null),
                given.flatMap(by -> jwt(route, treatment, by)).orElse(null),
                given.flatMap(by -> EnvoyLogin.of(route, by)).orElse(null),
                auth.flatMap(EnvoySecurity::basic).orElse(null),
                auth.flatMap(EnvoySecurity::apiKey).orElse(null),
                given.flatMap(EnvoySecurity::asked).orElse(null),
                EnvoyAuthorization.of(treatment).orElse(null));
        if (given.isPresent() && !spec.isAuthenticating()) {
            throw new IllegalStateException("an authentication that Envoy Gateway has not was not refused");
        }
        return spec.equals(NOTHING) ? Optional.empty() : Optional.of(spec);
    }

    /** The service that may pass on headers of its answer, where one is asked. */
    static Optional<Forward> forward(Treatment treatment) {
        return treatment
                .authentication()
                .flatMap(given -> Optional.ofNullable(given.auth().forward()));
    }

    private static Optional<SecurityPolicy.Jwt> jwt(Route route, Treatment treatment, Authentication given) {
        return Optional.ofNullable(given.auth().jwt())
                .map(jwt -> new SecurityPolicy.Provider(
                        SecurityPolicy.PROVIDER,
                        jwt.issuer(),
                        jwt.audiences(),
                        remote(route, jwt, given.asked()),
                        jwt.jwks() == null ? null : new LocalJwks("Inline", jwt.jwks()),
                        claims(jwt.claimsToHeaders(), treatment.rateLimit()),
                        // Only there: by itself, Envoy takes a token from the URL as well, where it ends in logs.
                        new ExtractFrom(List.of(new TokenHeader("Authorization", "Bearer ")))))
                .map(provider -> new SecurityPolicy.Jwt(List.of(provider)));
    }

    private static Optional<BasicAuth> basic(Auth auth) {
        return Optional.ofNullable(auth.basic()).map(basic -> new BasicAuth(SecretRef.of(basic.secretName())));
    }

    private static Optional<ApiKeyAuth> apiKey(Auth auth) {
        return Optional.ofNullable(auth.apiKey())
                .map(keys -> new ApiKeyAuth(
                        List.of(SecretRef.of(keys.secretName())), List.of(new KeyHeaders(List.of(keys.header())))));
    }

    private static Optional<ExtAuth> asked(Authentication given) {
        return Optional.ofNullable(given.auth().forward())
                .map(forward -> new ExtAuth(
                        new HttpService(
                                given.asked().map(BackendRef::of).stream().toList(),
                                forward.path(),
                                forward.responseHeaders()),
                        TOLD_TO_SERVICE,
                        false));
    }

    private static @Nullable RemoteJwks remote(Route route, Jwt jwt, Optional<Target> service) {
        if (jwt.jwksUri() != null) {
            return new RemoteJwks(jwt.jwksUri(), KEYS_KEPT, List.of());
        }
        var from = jwt.jwksFrom();
        if (from == null) {
            return null;
        }
        var target = service.orElseThrow(() -> new IllegalStateException("a service without keys was not reported"));
        var host = Names.host(target.service(), route.identity().namespace());
        var uri = "http://%s:%d%s".formatted(host, target.portNumber(), from.path());
        return new RemoteJwks(uri, KEYS_KEPT, List.of(BackendRef.of(target)));
    }

    private static List<ClaimToHeader> claims(Map<String, String> claims, Optional<RateLimit> limit) {
        var told = claims.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(claim -> new ClaimToHeader(claim.getValue(), claim.getKey()));
        var counted = limit.flatMap(given -> Optional.ofNullable(given.claim()))
                .map(claim -> new ClaimToHeader(EnvoyTraffic.COUNTED_CLAIM, claim));
        return Stream.concat(told, counted.stream()).toList();
    }

    private static SecurityPolicy.Cors cors(Cors cors) {
        return new SecurityPolicy.Cors(
                cors.allowOrigins().stream()
                        .map(origin -> origin.toLowerCase(Locale.ROOT))
                        .toList(),
                cors.allowMethods().stream().map(Enum::name).toList(),
                cors.allowHeaders(),
                cors.exposeHeaders(),
                cors.maxAge(),
                cors.allowCredentials());
    }
}
