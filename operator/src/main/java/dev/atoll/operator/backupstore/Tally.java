// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Size and checksum of a backup, as it is kept. */
final class Tally {
    private final MessageDigest digest = sha256();
    private long size;

    /** Counts in what is written. Closing it leaves the target open, which is not complete by that. */
    OutputStream into(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                count(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Counts in what is read. */
    InputStream from(InputStream source) {
        return new FilterInputStream(source) {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = in.read(bytes, from, length);
                if (read > 0) {
                    count(bytes, from, read);
                }
                return read;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** As a record says it; asked once, at the end. */
    String checksum() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private void count(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        size += length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
