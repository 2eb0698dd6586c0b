// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Gives up {@code spec.replicas} of a Deployment, and takes it back, without changing the number of pods.
 *
 * <p>A field whose last manager drops it falls back to its default, one replica; so another manager takes it over
 * first, with the value it has. The autoscaler replaces that one with its first own decision.
 */
final class ReplicaHandover {
    private final KubernetesClient client;

    ReplicaHandover(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Whether an apply takes back the number just as it stands. It is only true of the version that was looked at: what
     * an autoscaler did last may not have arrived here yet.
     */
    static boolean isTakingBack(HasMetadata desired, HasMetadata live, Comparison.Difference difference) {
        return desired instanceof Deployment wanted
                && live instanceof Deployment present
                && difference.takesReplicas()
                && wanted.getSpec().getReplicas().equals(present.getSpec().getReplicas());
    }

    /** Prepares the apply of {@code desired} over {@code live}. */
    void prepare(HasMetadata desired, HasMetadata live, Comparison.Difference difference) {
        if (live instanceof Deployment deployment && difference.releasesReplicas()) {
            keepReplicas(deployment);
        }
    }

    private void keepReplicas(Deployment live) {
        // spotless:off
        var replicas = new DeploymentBuilder()
            .withNewMetadata()
                .withNamespace(live.getMetadata().getNamespace())
                .withName(live.getMetadata().getName())
                .withUid(live.getMetadata().getUid())
            .endMetadata()
            .withNewSpec()
                .withReplicas(live.getSpec().getReplicas())
            .endSpec()
            .build();
        // spotless:on
        // Not forced: whoever has changed the number since may keep it.
        client.resource(replicas).fieldManager(FieldManagers.REPLICAS).serverSideApply();
    }
}
