// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Follows the number of replicas of a Deployment, so that no number is missed that it had for a moment only. */
final class ReplicaHistory implements AutoCloseable, Watcher<Deployment> {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final TestNamespace namespace;
    private final String name;
    private final List<Integer> numbers = new CopyOnWriteArrayList<>();
    private final Watch watch;

    private ReplicaHistory(TestNamespace namespace, String name) {
        this.namespace = namespace;
        this.name = name;
        this.watch = namespace
                .client()
                .apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName(name)
                .watch(this);
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
                .until(() -> !numbers.isEmpty() && numbers.getLast() == number);
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
    public void eventReceived(Action action, Deployment deployment) {
        var number = deployment.getSpec().getReplicas();
        if (action != Action.DELETED && (numbers.isEmpty() || !numbers.getLast().equals(number))) {
            numbers.add(number);
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        throw new IllegalStateException("the watch of Deployment " + name + " ended", cause);
    }

    @Override
    public void close() {
        watch.close();
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
