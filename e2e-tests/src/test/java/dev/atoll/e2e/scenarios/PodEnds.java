// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Watcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** How the pods of a service end that are deleted, from now on until this is closed. */
final class PodEnds implements AutoCloseable {
    private final List<End> ended = new CopyOnWriteArrayList<>();
    private final Watching<Pod> watching;

    PodEnds(Scene scene, String name) {
        watching = Watching.of(
                scene.client().pods().inNamespace(scene.namespace().name()).withLabel("app.kubernetes.io/name", name),
                this::note);
    }

    /**
     * The end of a pod.
     *
     * @param exitCode that of its only container; null when the kubelet has told of none
     */
    record End(String pod, @Nullable Integer exitCode) {
        boolean isGood() {
            return exitCode != null && exitCode == 0;
        }
    }

    /**
     * Those that are gone, in the order of their going.
     *
     * @throws IllegalStateException when some may be missing
     */
    List<End> ended() {
        watching.mustBeComplete();
        return List.copyOf(ended);
    }

    private void note(Watcher.Action action, Pod pod) {
        if (action == Watcher.Action.DELETED) {
            ended.add(new End(pod.getMetadata().getName(), exitCode(pod)));
        }
    }

    @Override
    public void close() {
        watching.close();
    }

    private static @Nullable Integer exitCode(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .map(ContainerStatus::getState)
                .filter(state -> state.getTerminated() != null)
                .map(state -> state.getTerminated().getExitCode())
                .findFirst()
                .orElse(null);
    }
}
