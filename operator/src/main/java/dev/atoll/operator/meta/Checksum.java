// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Short checksums of configuration, the same for the same content whatever its order. */
public final class Checksum {
    private static final int HEX_DIGITS = 16;

    private Checksum() {}

    /** Sixteen hexadecimal digits of the SHA-256 over the sorted entries. */
    public static String of(Map<String, String> content) {
        var digest = sha256();
        new TreeMap<>(content).forEach((key, value) -> {
            update(digest, key);
            update(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    /** Sixteen hexadecimal digits of the SHA-256 of a text. */
    public static String of(String text) {
        return of(Map.of("", text));
    }

    private static void update(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        // The length keeps ("ab", "c") apart from ("a", "bc").
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
