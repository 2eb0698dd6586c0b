// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A certificate that nobody has to trust, made by the program openssl, which the cluster needs too. */
final class SelfMadeCertificate {
    private SelfMadeCertificate() {}

    /**
     * A Secret with a certificate and its key.
     *
     * @param host a name, or all those of a domain, such as *.example.com
     */
    static Secret secret(String name, String host) {
        try {
            Path folder = Files.createTempDirectory("certificate");
            Path key = folder.resolve("tls.key");
            Path certificate = folder.resolve("tls.crt");
            try {
                make(host, key, certificate);
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

    /** The certificate of a Secret of the scenario. */
    static Certificate of(Scene scene, String name) {
        var secret = scene.client()
                .secrets()
                .inNamespace(scene.namespace().name())
                .withName(name)
                .require();
        byte[] pem = Base64.getDecoder().decode(secret.getData().get("tls.crt"));
        try {
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new IllegalStateException("Secret " + name + " has no certificate", e);
        }
    }

    private static void make(String host, Path key, Path certificate) throws IOException {
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
                "/CN=" + host,
                "-addext",
                "subjectAltName=DNS:" + host,
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
