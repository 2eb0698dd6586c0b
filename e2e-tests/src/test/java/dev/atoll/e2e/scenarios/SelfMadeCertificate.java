// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A certificate that nobody has to trust, made by the program openssl, which the cluster needs too. */
final class SelfMadeCertificate {
    private SelfMadeCertificate() {}

    /** A Secret with a certificate for all hosts of a domain, and its key. */
    static Secret secret(String name, String domain) {
        try {
            Path folder = Files.createTempDirectory("certificate");
            Path key = folder.resolve("tls.key");
            Path certificate = folder.resolve("tls.crt");
            try {
                make(domain, key, certificate);
                return new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withType("kubernetes.io/tls")
                        .withStringData(
                                Map.of("tls.key", Files.readString(key), "tls.crt", Files.readString(certificate)))
                        .build();
            } finally {
                for (Path file : List.of(key, certificate, folder)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(String domain, Path key, Path certificate) throws IOException {
        var command = List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=" + domain,
                "-addext",
                "subjectAltName=DNS:*." + domain,
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("openssl made no certificate: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while openssl made a certificate", e);
        }
    }
}
