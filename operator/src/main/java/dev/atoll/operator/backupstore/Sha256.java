// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of backups. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Copies content and counts it in; returns the number of bytes. Neither end is closed. */
    static long through(MessageDigest digest, OutputStream target, InputStream content) throws IOException {
        return content.transferTo(new DigestOutputStream(target, digest));
    }

    /** As a record says it. */
    static String text(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
