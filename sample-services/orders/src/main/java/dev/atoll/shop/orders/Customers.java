// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Tells whose token a request carries. Checked here as well, whatever the gateway does: a service that believed a plain
 * header would believe everybody in the cluster.
 */
@ApplicationScoped
class Customers {
    private static final String SCHEME = "Bearer ";

    private final TokenKeys keys;
    private final JwtConsumer consumer;

    Customers(
            TokenKeys keys,
            @ConfigProperty(name = "orders.token-issuer") String issuer,
            @ConfigProperty(name = "orders.token-audience") String audience) {
        this.keys = keys;
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireSubject()
                .setRequireExpirationTime()
                // Only this one: a token does not choose how it is checked.
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver((signature, _) -> key(signature.getKeyIdHeaderValue()))
                .build();
    }

    /** The customer that an Authorization header speaks for; empty when nobody is signed in. */
    Optional<String> of(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var token = authorization.substring(SCHEME.length()).strip();
            return Optional.of(consumer.processToClaims(token).getSubject());
        } catch (InvalidJwtException | MalformedClaimException e) {
            if (e.getCause() instanceof TokenKeys.AccountsFailed outage) {
                throw outage;
            }
            return Optional.empty();
        }
    }

    private Key key(String id) throws UnresolvableKeyException {
        return Optional.ofNullable(id)
                .flatMap(keys::find)
                .orElseThrow(() -> new UnresolvableKeyException("the token names no key of accounts"));
    }
}
