// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Watcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Every change of a Deployment's number of replicas, with who owned the number then; from now on until it is closed. */
final class ReplicaRecord implements AutoCloseable {
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private final Watching<Deployment> watching;
    private volatile @Nullable Integer last;

    ReplicaRecord(Scene scene, String name) {
        watching = Watching.of(
                scene.client()
                        .apps()
                        .deployments()
                        .inNamespace(scene.namespace().name())
                        .withName(name),
                this::note);
    }

    /**
     * A change of the number.
     *
     * @param number the new one
     * @param owners the managers that had set it
     */
    record Change(int number, List<String> owners) {
        /**
         * Whether the operator made it: an apply always makes its manager an owner. The autoscaler becomes one only where
         * there was an owner before.
         */
        boolean isByOperator() {
            return owners.stream().anyMatch(owner -> owner.startsWith("atoll"));
        }
    }

    /**
     * All of them, oldest first.
     *
     * @throws IllegalStateException when some may be missing
     */
    List<Change> changes() {
        watching.mustBeComplete();
        return List.copyOf(changes);
    }

    private void note(Watcher.Action action, Deployment deployment) {
        Integer number = deployment.getSpec().getReplicas();
        if (last != null && !number.equals(last)) {
            changes.add(new Change(number, owners(deployment)));
        }
        last = number;
    }

    @Override
    public void close() {
        watching.close();
    }

    private static List<String> owners(Deployment deployment) {
        return deployment.getMetadata().getManagedFields().stream()
                .filter(entry -> String.valueOf(entry.getFieldsV1()).contains("f:replicas="))
                .filter(entry -> !"status".equals(entry.getSubresource()))
                .map(ManagedFieldsEntry::getManager)
                .toList();
    }
}
