// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the tests' own, told to the service as Atoll does it: by a Service Binding in files. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final Path FOLDER = Path.of("target", "test-database");

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            // A busy machine takes its time to start it.
            postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(new File(FOLDER.toFile(), "postgres"))
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
            return Map.of(
                    "quarkus.kubernetes-service-binding.root",
                    bind(postgres.getPort()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path bind(int port) throws IOException {
        var root = FOLDER.resolve("bindings").toAbsolutePath();
        var binding = Files.createDirectories(root.resolve("orders-db"));
        var values = Map.of(
                "type", "postgresql",
                "provider", "atoll",
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "database", "postgres",
                "username", "postgres",
                "password", "postgres");
        for (var value : values.entrySet()) {
            Files.writeString(binding.resolve(value.getKey()), value.getValue());
        }
        return root;
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
