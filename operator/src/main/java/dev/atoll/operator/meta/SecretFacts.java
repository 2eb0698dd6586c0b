// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the operator knows of a Secret that a resource names: never what it holds, but for what a certificate shows to
 * every client. It has no place for more.
 *
 * @param type such as {@code kubernetes.io/tls}
 * @param keys the names of its entries that are not empty
 * @param certificate that of the entry {@code tls.crt}; empty where it has none that can be read
 */
public record SecretFacts(String type, Set<String> keys, Optional<CertificateFacts> certificate) {
    /** The entry with a server's certificate and those that it was issued by. */
    public static final String CERTIFICATE = "tls.crt";

    /** The entry with its private key. */
    public static final String PRIVATE_KEY = "tls.key";

    public SecretFacts {
        keys = Set.copyOf(keys);
    }

    /** Reads a Secret as the API server gives it, or as a manifest writes it. */
    public static SecretFacts of(Secret secret) {
        var encoded = Objects.requireNonNullElse(secret.getData(), Map.<String, String>of());
        var plain = Objects.requireNonNullElse(secret.getStringData(), Map.<String, String>of());
        var keys = Stream.of(encoded, plain)
                .flatMap(entries -> entries.entrySet().stream())
                .filter(entry -> entry.getValue() != null && !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new SecretFacts(
                Objects.requireNonNullElse(secret.getType(), "Opaque"),
                keys,
                certificate(encoded, plain).flatMap(CertificateFacts::read));
    }

    private static Optional<byte[]> certificate(Map<String, String> encoded, Map<String, String> plain) {
        if (plain.get(CERTIFICATE) != null) {
            return Optional.of(plain.get(CERTIFICATE).getBytes(StandardCharsets.US_ASCII));
        }
        try {
            return Optional.ofNullable(encoded.get(CERTIFICATE)).map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
