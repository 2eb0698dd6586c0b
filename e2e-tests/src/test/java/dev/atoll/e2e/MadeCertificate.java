// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A certificate that is valid to the second, signed by its own key. */
final class MadeCertificate {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private MadeCertificate() {}

    /** A Secret with a certificate for one host, and its key. */
    static Secret secret(String name, String host, Instant from, Instant until) {
        try {
            var folder = Files.createTempDirectory("certificate");
            try {
                return new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withType("kubernetes.io/tls")
                        .withStringData(make(folder, host, from, until))
                        .build();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> make(Path folder, String host, Instant from, Instant until) throws IOException {
        Files.writeString(folder.resolve("index.txt"), "");
        Files.writeString(folder.resolve("ca.cnf"), """
                [ca]
                default_ca = own
                [own]
                database = index.txt
                new_certs_dir = .
                rand_serial = yes
                default_md = sha256
                policy = any
                x509_extensions = server
                [any]
                commonName = optional
                [req]
                distinguished_name = name
                [name]
                [server]
                subjectAltName = DNS:%s
                """.formatted(host));
        openssl(
                folder,
                "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config ca.cnf -subj /CN=test -keyout key -out"
                        + " request");
        openssl(
                folder,
                "ca -batch -notext -selfsign -config ca.cnf -keyfile key -in request -out certificate -startdate %s -enddate %s"
                        .formatted(TIME.format(from), TIME.format(until)));
        return Map.of(
                "tls.crt", Files.readString(folder.resolve("certificate")),
                "tls.key", Files.readString(folder.resolve("key")));
    }

    private static void openssl(Path folder, String arguments) throws IOException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments.split(" ")));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("openssl made no certificate: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while openssl made a certificate", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
