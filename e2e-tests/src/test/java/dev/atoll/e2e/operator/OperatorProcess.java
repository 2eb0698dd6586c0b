// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.ControlPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The operator as a process of its own, with the JVM flags of the chart and of the image. */
public final class OperatorProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern STARTED =
            Pattern.compile("^reconciliations_started_total\\{.*} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern UNDER_WAY =
            Pattern.compile("^reconciliations_(?:queue|active)\\{.*} (\\S+)$", Pattern.MULTILINE);
    private static final Duration START = Duration.ofSeconds(90);
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private OperatorProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with the token of the chart's ServiceAccount and waits until it is ready. */
    public static OperatorProcess start(ControlPlane controlPlane, Map<String, String> settings) {
        var operator = launch(controlPlane, settings);
        try {
            operator.awaitReady();
        } catch (RuntimeException e) {
            operator.kill();
            throw e;
        }
        return operator;
    }

    private void awaitReady() {
        Awaitility.await("the operator is ready; its log is " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !isAlive() || isReady());
        if (!isAlive()) {
            throw new IllegalStateException("the operator ended at once; its log is " + log);
        }
    }

    /** Starts it without waiting. */
    public static OperatorProcess launch(ControlPlane controlPlane, Map<String, String> settings) {
        return launch(Kubeconfigs.withToken(controlPlane), settings);
    }

    /** Starts it without waiting, at a cluster that it reaches by way of a trap; the client is the administrator's. */
    public static OperatorProcess launch(WriteTrap trap, KubernetesClient admin, Map<String, String> settings) {
        return launch(Kubeconfigs.withTokenThrough(trap.address(), admin), settings);
    }

    private static OperatorProcess launch(String way, Map<String, String> settings) {
        try {
            Path folder = Files.createDirectories(Checkout.root().resolve("e2e-tests/target/operator-logs"));
            Path log = Files.createTempFile(folder, "operator-", ".log");
            Path kubeconfig = Files.createTempFile(folder, "kubeconfig-", ".yaml");
            Files.writeString(kubeconfig, way);
            var builder =
                    new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("KUBECONFIG", kubeconfig.toString());
            builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
            builder.environment().put("QUARKUS_HTTP_PORT", "0");
            builder.environment().putAll(settings);
            return new OperatorProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path folder = Checkout.root().resolve("operator/target/quarkus-app");
        return List.of(
                java.toString(),
                "-Xmx192m",
                "-Xmn8m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TrimNativeHeapInterval=30000",
                "-XX:AOTCache=" + ClassCache.of(folder, java),
                "-jar",
                folder.resolve("quarkus-run.jar").toString());
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** The body of a GET request to its HTTP port, for example {@code /q/metrics}. */
    public String get(String path) {
        var request = HttpRequest.newBuilder(URI.create(address().orElseThrow() + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the operator", e);
        }
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        try {
            return address().isPresent() && get("/q/health/ready").contains("\"status\": \"UP\"");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Waits until it has ended, however long that takes. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it says that no reconcile waits or runs. */
    public boolean isIdle() {
        try {
            return sum(UNDER_WAY) == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Number of reconciles since its start. */
    double reconciles() {
        return sum(STARTED);
    }

    private double sum(Pattern metric) {
        return metric.matcher(get("/q/metrics"))
                .results()
                .mapToDouble(result -> Double.parseDouble(result.group(1)))
                .sum();
    }

    private Optional<String> address() {
        try {
            var matcher = LISTENING.matcher(Files.readString(log));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a kubelet would, with a grace period. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    /** Ends it as a lost node would. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "the operator did not stop within " + STOP_SECONDS + " s; its log is " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
