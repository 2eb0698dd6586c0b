// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.Tls;
import dev.atoll.operator.gateway.GatewayDialect;
import dev.atoll.operator.gateway.SecretUse;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Secret that a route names, in its namespace.
 *
 * @param field the field that names it
 */
record NamedSecret(String field, String name, SecretUse use) {

    /** All of a route, in the order of its spec. */
    static List<NamedSecret> of(GatewayRouteSpec spec) {
        var ofRules = IntStream.range(0, spec.rules().size())
                .boxed()
                .flatMap(i -> of(
                        "spec.rules[%d].auth".formatted(i), spec.rules().get(i).auth()));
        return Stream.of(of(spec.tls()), of("spec.auth", spec.auth()), ofRules)
                .flatMap(secrets -> secrets)
                .toList();
    }

    /**
     * The names of all that it looks at: those, and that of the Secret that cert-manager makes for it.
     *
     * @param route the route's name
     */
    static Set<String> names(String route, GatewayRouteSpec spec) {
        var issued = Optional.ofNullable(spec.tls())
                .filter(tls -> tls.issuer() != null)
                .map(ignored -> Names.tlsSecret(route));
        return Stream.concat(of(spec).stream().map(NamedSecret::name), issued.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those that are not there, or of no use to the gateway. A route is published without them: its gateway then lets nobody pass. */
    static Stream<Violation> violations(GatewayRouteObserved observed, GatewayDialect dialect) {
        return of(observed.spec()).stream().flatMap(named -> named.violation(observed.secrets(), dialect).stream());
    }

    private static Stream<NamedSecret> of(@Nullable Tls tls) {
        if (tls == null) {
            return Stream.empty();
        }
        var certificate = Stream.ofNullable(tls.secretName())
                .map(name -> new NamedSecret("spec.tls.secretName", name, SecretUse.CERTIFICATE));
        var authorities = Stream.ofNullable(tls.clientCertificates())
                .map(given -> new NamedSecret(
                        "spec.tls.clientCertificates.caSecretName",
                        given.caSecretName(),
                        SecretUse.CLIENT_AUTHORITIES));
        return Stream.concat(certificate, authorities);
    }

    private static Stream<NamedSecret> of(String field, @Nullable Auth auth) {
        if (auth == null) {
            return Stream.empty();
        }
        if (auth.basic() != null) {
            return Stream.of(
                    new NamedSecret(field + ".basic.secretName", auth.basic().secretName(), SecretUse.USERS));
        }
        if (auth.apiKey() != null) {
            return Stream.of(
                    new NamedSecret(field + ".apiKey.secretName", auth.apiKey().secretName(), SecretUse.API_KEYS));
        }
        return Stream.ofNullable(auth.oidc())
                .map(oidc -> new NamedSecret(
                        field + ".oidc.clientSecret", oidc.clientSecret().name(), SecretUse.CLIENT_SECRET));
    }

    /** What is wrong with it. No key that the Secret has is named: who may write routes may not always read Secrets. */
    private Optional<Violation> violation(KnownSecrets known, GatewayDialect dialect) {
        var meanwhile =
                dialect.withoutSecret(use).map(text -> "; until then " + text).orElse("");
        if (known.isMissing(name)) {
            return Optional.of(new Violation(
                    Reason.SecretNotFound,
                    field,
                    "Secret %s does not exist in this namespace; create it with %s%s"
                            .formatted(name, use.content(), meanwhile)));
        }
        return known.get(name)
                .flatMap(facts -> dialect.misfit(use, facts))
                .map(problem -> new Violation(
                        Reason.SecretInvalid, field, "Secret %s %s%s".formatted(name, problem, meanwhile)));
    }
}
