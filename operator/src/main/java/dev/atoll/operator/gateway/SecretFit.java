// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static dev.atoll.operator.meta.SecretFacts.CERTIFICATE;
import static dev.atoll.operator.meta.SecretFacts.PRIVATE_KEY;

import dev.atoll.operator.meta.SecretFacts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a Secret has what a gateway looks for in it. */
final class SecretFit {
    /** The entry with users that Envoy Gateway looks for. */
    private static final String USERS = ".htpasswd";

    private static final String CLIENT_SECRET = "client-secret";
    private static final String CLIENT_AUTHORITIES = "ca.crt";
    private static final String BASIC_AUTH = "kubernetes.io/basic-auth";
    private static final String TLS = "kubernetes.io/tls";

    private SecretFit() {}

    /** What every gateway needs. */
    static Optional<String> problem(SecretUse use, SecretFacts secret) {
        return switch (use) {
            case CERTIFICATE ->
                missing(secret, CERTIFICATE, PRIVATE_KEY)
                        .or(() -> secret.certificate().isPresent()
                                ? Optional.empty()
                                : Optional.of("has no certificate in PEM format under the key tls.crt; put one there"));
            case USERS, API_KEYS ->
                secret.keys().isEmpty() ? Optional.of("is empty; put into it " + use.content()) : Optional.empty();
            case CLIENT_AUTHORITIES -> missing(secret, CLIENT_AUTHORITIES);
            case CLIENT_SECRET -> missing(secret, CLIENT_SECRET);
        };
    }

    /** Traefik takes users from the only key there is, or one user from a Secret of the type that is made for one. */
    static Optional<String> ofTraefik(SecretUse use, SecretFacts secret) {
        if (use != SecretUse.USERS) {
            return problem(use, secret);
        }
        if (secret.type().equals(BASIC_AUTH)) {
            return missing(secret, "username", "password");
        }
        return secret.keys().size() == 1
                ? Optional.empty()
                : Optional.of(
                        "has not exactly one key, which Traefik asks for; keep the users under one, such as .htpasswd");
    }

    /** Envoy Gateway looks for users under one name. */
    static Optional<String> ofEnvoyGateway(SecretUse use, SecretFacts secret) {
        return use == SecretUse.USERS ? missing(secret, USERS) : problem(use, secret);
    }

    /** F5's controller looks at the type first. */
    static Optional<String> ofNginx(SecretUse use, SecretFacts secret) {
        return use == SecretUse.CERTIFICATE && !secret.type().equals(TLS)
                ? Optional.of(
                        "is not of type %s, the only one that the controller takes; create it anew".formatted(TLS))
                : problem(use, secret);
    }

    private static Optional<String> missing(SecretFacts secret, String... keys) {
        var missing =
                Stream.of(keys).filter(key -> !secret.keys().contains(key)).collect(Collectors.joining(" and "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("has nothing under %s; put it there".formatted(missing));
    }
}
