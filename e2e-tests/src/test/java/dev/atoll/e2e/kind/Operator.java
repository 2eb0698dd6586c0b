// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.Program;
import dev.atoll.e2e.operator.Chart;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The operator in the cluster, as its chart installs it. */
public final class Operator {
    private static final String NAMESPACE = "atoll-system";
    private static final String RELEASE = "atoll";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String VERSION = "appVersion:";

    private final KindCluster cluster;
    private final Images images;

    Operator(KindCluster cluster, Images images) {
        this.cluster = cluster;
        this.images = images;
    }

    /** Installs the operator of this checkout, or upgrades what is installed to it, and waits until it is ready. */
    public void install() {
        upgrade(images.load("operator").getFirst(), List.of());
    }

    /**
     * Runs {@code helm upgrade} and waits until the operator is ready.
     *
     * @param content of the operator's image, see {@link Images#load}: another one of the same name replaces the pod
     * @param values assignments as {@code helm --set} takes them
     */
    public void upgrade(String content, List<String> values) {
        var arguments = new ArrayList<>(List.of("helm", "upgrade", RELEASE, "helm/atoll", "--install", "--wait"));
        arguments.addAll(List.of("--namespace", NAMESPACE, "--create-namespace"));
        arguments.addAll(List.of("--set", "image.pullPolicy=Never", "--set", "podAnnotations.image=" + content));
        values.forEach(value -> arguments.addAll(List.of("--set", value)));
        Program.run(
                "e2e-tests/cluster/run-program",
                arguments,
                Map.of("KUBECONFIG", cluster.kubeconfig().toString()));
    }

    /** The version that the chart installs unless told otherwise. */
    public String version() {
        try (var lines = Files.lines(Checkout.root().resolve("helm/atoll/Chart.yaml"))) {
            return lines.filter(line -> line.startsWith(VERSION))
                    .map(line -> line.substring(VERSION.length()).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends its pods at once, without asking them. */
    public void kill() {
        for (Pod pod : pods()) {
            client().resource(pod).withGracePeriod(0).delete();
        }
    }

    /** Has it run nowhere, and waits until it does not. */
    public void stop() {
        scale(0);
        Awaitility.await("no pod of the operator is left").atMost(PATIENCE).until(() -> pods().isEmpty());
    }

    /** Has it run again after {@link #stop()}, and waits until it is ready. */
    public void start() {
        scale(1);
        Awaitility.await("the operator is ready").atMost(PATIENCE).until(this::isReady);
    }

    private void scale(int replicas) {
        client().apps().deployments().inNamespace(NAMESPACE).withName(RELEASE).scale(replicas);
    }

    /** Its settings, as the chart gives them to it. */
    public Map<String, String> settings() {
        return Chart.settings(client().apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName(RELEASE)
                .require());
    }

    /** Whether a pod of it is ready, and none is on its way out. */
    public boolean isReady() {
        List<Pod> pods = pods();
        return !pods.isEmpty()
                && pods.stream()
                        .allMatch(pod -> pod.getMetadata().getDeletionTimestamp() == null
                                && Readiness.getInstance().isReady(pod));
    }

    /** Its pods, those on their way out too. */
    public List<Pod> pods() {
        return client().pods()
                .inNamespace(NAMESPACE)
                .withLabel("app.kubernetes.io/instance", RELEASE)
                .list()
                .getItems();
    }

    private KubernetesClient client() {
        return cluster.client();
    }
}
