// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.Identity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/**
 * Brings children into the cluster; with {@link ChildWriter} and {@link Pruner} the only code that writes them.
 *
 * <p>Everything is a server-side apply with the field manager {@code atoll}. The caches are asked first, and nothing
 * is sent when they show what is desired.
 */
@ApplicationScoped
public class ResourceApplier {
    private final ChildWriter writer;
    private final Pruner pruner;

    ResourceApplier(ChildWriter writer, Pruner pruner) {
        this.writer = writer;
        this.pruner = pruner;
    }

    /**
     * Writes what differs from the desired state, and deletes what nothing desires any longer.
     *
     * @param identity tells which existing objects belong to the custom resource
     * @param desired the children
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API server is away, or answers what
     *     only a later attempt can mend
     */
    public Applied apply(Identity identity, Desired desired) {
        var outcomes = new ArrayList<Outcome>();
        desired.once().forEach(once -> outcomes.add(writer.createOnce(identity, once)));
        desired.objects().forEach(object -> outcomes.add(writer.apply(identity, object)));

        var objects = new ArrayList<HasMetadata>();
        var blocked = new ArrayList<Blocked>();
        int written = 0;
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Unchanged unchanged -> objects.add(unchanged.live());
                case Outcome.Written change -> {
                    objects.add(change.live());
                    written++;
                }
                case Outcome.Refused refused -> blocked.add(refused.blocked());
            }
        }
        if (blocked.isEmpty()) {
            // A half-applied state says nothing about what is superfluous.
            written += pruner.prune(identity, desired);
        }
        return new Applied(objects, blocked, written);
    }
}
