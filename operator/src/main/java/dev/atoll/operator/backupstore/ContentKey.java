// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The key of backups that are encrypted: by AES-256-GCM in segments of 1 MiB, each bound to its place, with a key that is derived
 * for each backup (Tink's streaming AEAD). What is changed, cut off or put together anew cannot be decrypted.
 */
public final class ContentKey {
    /** As a record names it. */
    static final String NAME = "AES256-GCM-HKDF-1MB";

    /** Shorter ones can be guessed. */
    private static final int SHORTEST = 32;

    private static final int DERIVED_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final byte[] PURPOSE = "atoll backup".getBytes(StandardCharsets.UTF_8);

    private final Optional<String> secret;

    private ContentKey(Optional<String> secret) {
        this.secret = secret;
    }

    /** Nothing is encrypted. */
    public static ContentKey none() {
        return new ContentKey(Optional.empty());
    }

    /** The key that comes of a secret. Whether that is one is found out by who uses it. */
    public static ContentKey of(String secret) {
        return new ContentKey(Optional.of(secret));
    }

    /** The way it is encrypted; nothing where it is not. */
    Optional<String> name() {
        return secret.map(present -> NAME);
    }

    /**
     * Encrypts what is written; closing it closes the target.
     *
     * @throws IOException when the key is too short
     */
    OutputStream encrypting(OutputStream target) throws IOException {
        try {
            return secret.isEmpty() ? target : cipher(secret.get()).newEncryptingStream(target, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IOException("the content cannot be encrypted", e);
        }
    }

    /**
     * Decrypts what is read, and fails where it is not what was encrypted; closing it closes the source.
     *
     * @throws IOException when the key is too short
     */
    InputStream decrypting(InputStream source) throws IOException {
        try {
            return secret.isEmpty()
                    ? source
                    : new Decrypted(cipher(secret.get()).newDecryptingStream(source, PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IOException("the content cannot be decrypted", e);
        }
    }

    private static AesGcmHkdfStreaming cipher(String secret) throws IOException {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IOException(
                    "the key of the encryption has %d bytes, and needs at least %d; put in another one (openssl rand -hex 32)"
                            .formatted(bytes.length, SHORTEST));
        }
        try {
            return new AesGcmHkdfStreaming(bytes, "HmacSha256", DERIVED_BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has what this needs", e);
        }
    }

    /** Says in words what is wrong. */
    private static final class Decrypted extends FilterInputStream {
        Decrypted(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return in.read(bytes, from, length);
            } catch (IOException e) {
                if (e.getCause() instanceof GeneralSecurityException) {
                    throw new IOException(
                            "its content cannot be decrypted: it is of another key than the one in the Secret, or damaged",
                            e);
                }
                throw e;
            }
        }
    }
}
