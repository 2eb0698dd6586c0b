// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * Follows the number of replicas of a Deployment, so that no number is missed that it had for a moment only. By an informer, for
 * a watch alone can lose what it is sent first: the client's WebSocket flows before somebody listens, where the thread that
 * opens it has to wait for a core.
 */
final class ReplicaHistory implements AutoCloseable, ResourceEventHandler<Deployment> {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final TestNamespace namespace;
    private final String name;
    private final List<Integer> numbers = new CopyOnWriteArrayList<>();
    private final SharedIndexInformer<Deployment> informer;

    private ReplicaHistory(TestNamespace namespace, String name) {
        this.namespace = namespace;
        this.name = name;
        this.informer = namespace
                .client()
                .apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName(name)
                .inform(this);
    }

    /** Follows from now on; the Deployment may not be there yet. */
    static ReplicaHistory of(TestNamespace namespace, String name) {
        return new ReplicaHistory(namespace, name);
    }

    /** Waits until an annotation says what became of the number, and the history has arrived there. */
    void awaitNote(String note) {
        Awaitility.await("the note %s on %s".formatted(note, name))
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> note.equals(note()));
    }

    /** Waits for a number. */
    void awaitNumber(int number) {
        Awaitility.await("%d replicas of %s".formatted(number, name))
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(numbers).last().isEqualTo(number));
    }

    /** Every number so far, each one once until the next one. */
    List<Integer> numbers() {
        return List.copyOf(numbers);
    }

    /** The managers that own the number now, in the words of {@code metadata.managedFields}. */
    List<String> owners() {
        return deployment().getMetadata().getManagedFields().stream()
                .filter(entry -> String.valueOf(entry.getFieldsV1()).contains("f:replicas="))
                .filter(entry -> !"status".equals(entry.getSubresource()))
                .map(entry -> entry.getManager() + " " + entry.getOperation())
                .toList();
    }

    /** What Atoll has noted about the number; empty when nothing. */
    String note() {
        var annotations = deployment().getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault("atoll.dev/replicas", "");
    }

    @Override
    public void onAdd(Deployment deployment) {
        note(deployment);
    }

    @Override
    public void onUpdate(Deployment before, Deployment deployment) {
        note(deployment);
    }

    @Override
    public void onDelete(Deployment deployment, boolean lastStateIsUnknown) {}

    @Override
    public void close() {
        informer.close();
    }

    private void note(Deployment deployment) {
        var number = deployment.getSpec().getReplicas();
        if (numbers.isEmpty() || !numbers.getLast().equals(number)) {
            numbers.add(number);
        }
    }

    private Deployment deployment() {
        return namespace
                .client()
                .apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName(name)
                .require();
    }
}
