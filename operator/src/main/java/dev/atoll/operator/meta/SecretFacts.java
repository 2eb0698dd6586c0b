// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator knows of a Secret that a resource names: never what it holds, but for what a certificate shows to
 * every client. It has no place for more.
 *
 * @param type such as {@code kubernetes.io/tls}
 * @param entries its entries that are not empty, by their names
 * @param certificate that of the entry {@code tls.crt}; empty where it has none that can be read
 * @param isAtolls whether it is one that Atoll makes
 * @param version another one after each write; empty where it is not in a cluster
 */
public record SecretFacts(
        String type,
        Map<String, SecretText> entries,
        Optional<CertificateFacts> certificate,
        boolean isAtolls,
        String version) {
    /** The entry with a server's certificate and those that it was issued by. */
    public static final String CERTIFICATE = "tls.crt";

    /** The entry with its private key. */
    public static final String PRIVATE_KEY = "tls.key";

    public SecretFacts {
        entries = Map.copyOf(entries);
    }

    /** Reads a Secret as the API server gives it, or as a manifest writes it. */
    public static SecretFacts of(Secret secret) {
        var content = content(secret);
        var entries = new HashMap<String, SecretText>();
        content.forEach((key, value) -> entries.put(key, SecretText.of(value)));
        return new SecretFacts(
                Objects.requireNonNullElse(secret.getType(), "Opaque"),
                entries,
                Optional.ofNullable(content.get(CERTIFICATE)).flatMap(CertificateFacts::read),
                Labels.isAtolls(secret),
                Optional.ofNullable(secret.getMetadata().getResourceVersion()).orElse(""));
    }

    /** The names of its entries that are not empty. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** Whether another write than the last one would be known by the same facts. */
    public boolean saysTheSameAs(SecretFacts other) {
        return equals(new SecretFacts(other.type, other.entries, other.certificate, other.isAtolls, version));
    }

    private static Map<String, byte[]> content(Secret secret) {
        var content = new HashMap<String, byte[]>();
        Objects.requireNonNullElse(secret.getData(), Map.<String, String>of())
                .forEach((key, value) -> put(content, key, decoded(value)));
        Objects.requireNonNullElse(secret.getStringData(), Map.<String, String>of())
                .forEach((key, value) ->
                        put(content, key, value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8)));
        return content;
    }

    /** As it stands there where it is not what the API server would take. */
    private static byte[] decoded(@Nullable String value) {
        try {
            return value == null ? new byte[0] : Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return value.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void put(Map<String, byte[]> content, String key, byte[] value) {
        if (value.length > 0) {
            content.put(key, value);
        }
    }
}
