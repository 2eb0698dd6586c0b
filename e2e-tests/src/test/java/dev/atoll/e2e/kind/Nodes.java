// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import dev.atoll.e2e.cluster.Program;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The nodes of a cluster, and what befalls them. */
public final class Nodes {
    private static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private final KindCluster cluster;

    Nodes(KindCluster cluster) {
        this.cluster = cluster;
    }

    /** The names of those that are for everybody's pods. */
    public List<String> workers() {
        return cluster.client().nodes().list().getItems().stream()
                .filter(node -> !node.getMetadata().getLabels().containsKey(CONTROL_PLANE))
                .map(node -> node.getMetadata().getName())
                .sorted()
                .toList();
    }

    /** The zone of a worker. */
    public String zone(String node) {
        return Objects.requireNonNull(get(node).getMetadata().getLabels().get(ZONE), () -> node + " has no zone");
    }

    /** Whether Kubernetes takes it for ready. */
    public boolean isReady(String node) {
        return get(node).getStatus().getConditions().stream()
                .filter(condition -> "Ready".equals(condition.getType()))
                .map(NodeCondition::getStatus)
                .anyMatch("True"::equals);
    }

    /** The pods that are on it, of all namespaces. */
    public List<Pod> pods(String node) {
        return cluster.client()
                .pods()
                .inAnyNamespace()
                .withField("spec.nodeName", node)
                .list()
                .getItems();
    }

    /** Has all pods leave it, as far as their disruption budgets allow, and lets none come; waits until they are gone. */
    public void drain(String node) {
        kubectl("drain", node, "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=5m");
    }

    /** Lets no pod come. */
    public void cordon(String node) {
        kubectl("cordon", node);
    }

    /** Lets pods come again. */
    public void uncordon(String node) {
        kubectl("uncordon", node);
    }

    /**
     * Asks once that a pod leaves; the client would ask again by itself when the answer is no.
     *
     * @return whether its disruption budget allowed it
     */
    public boolean evict(Pod pod) {
        var config = cluster.client().getConfiguration();
        try (var client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build()) {
            return client.pods()
                    .inNamespace(pod.getMetadata().getNamespace())
                    .withName(pod.getMetadata().getName())
                    .evict();
        }
    }

    /** Has pods end, wherever they are. */
    public void end(List<Pod> pods) {
        pods.forEach(pod -> cluster.client().resource(pod).delete());
    }

    /** Switches it off. */
    public void stop(String node) {
        cluster.engine("stop", node);
    }

    /** Switches it on again, also if it is on. */
    public void start(String node) {
        cluster.engine("start", node);
    }

    /**
     * Kills the first process of a pod's only container from its node, which a process cannot be from within: there the
     * kernel keeps it from signals that it does not handle.
     */
    public void killProcess(Pod pod) {
        var id = pod.getStatus()
                .getContainerStatuses()
                .getFirst()
                .getContainerID()
                .replaceFirst("^containerd://", "");
        cluster.engine(
                "exec",
                pod.getSpec().getNodeName(),
                "ctr",
                "--namespace",
                "k8s.io",
                "tasks",
                "kill",
                "--signal",
                "SIGKILL",
                id);
    }

    private Node get(String node) {
        return cluster.client().nodes().withName(node).require();
    }

    private void kubectl(String... arguments) {
        var command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        Program.run(
                "e2e-tests/cluster/run-program",
                command,
                Map.of("KUBECONFIG", cluster.kubeconfig().toString()));
    }
}
