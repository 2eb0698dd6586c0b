// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.Identity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Brings children into the cluster; with {@link ChildWriter}, {@link SecretWriter} and {@link Pruner} the only code that writes them.
 *
 * <p>Everything is a server-side apply with the field manager {@code atoll}. The caches are asked first, and nothing
 * is sent when they show what is desired.
 */
@ApplicationScoped
public class ResourceApplier {
    private final ChildWriter writer;
    private final SecretWriter secrets;
    private final Pruner pruner;

    ResourceApplier(ChildWriter writer, SecretWriter secrets, Pruner pruner) {
        this.writer = writer;
        this.secrets = secrets;
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
        var outcomes = new ArrayList<>(once(identity, desired.once()));
        if (outcomes.stream().noneMatch(Outcome.Refused.class::isInstance)) {
            outcomes.addAll(objects(identity, desired));
        }
        desired.replacements().forEach(replacement -> outcomes.add(secrets.replace(identity, replacement)));
        // In any case: what an object belongs to decides whether it outlives its resource.
        desired.amendments()
                .forEach(amendment -> writer.amend(identity, amendment).ifPresent(outcomes::add));

        var objects = new LinkedHashMap<ObjectKey, HasMetadata>();
        var blocked = new ArrayList<Blocked>();
        int written = 0;
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Unchanged unchanged -> objects.put(ObjectKey.of(unchanged.live()), unchanged.live());
                case Outcome.Written change -> {
                    objects.put(ObjectKey.of(change.live()), change.live());
                    written++;
                }
                case Outcome.Refused refused -> blocked.add(refused.blocked());
            }
        }
        if (blocked.isEmpty()) {
            // A half-applied state says nothing about what is superfluous.
            written += pruner.prune(identity, desired);
        }
        if (written > 0) {
            // Whose it is stands in the context of the log.
            Log.infof("applied the desired state; objects written: %d", written);
        }
        return new Applied(List.copyOf(objects.values()), blocked, written);
    }

    private List<Outcome> objects(Identity identity, Desired desired) {
        var outcomes = new ArrayList<Outcome>();
        for (var object : desired.objects()) {
            var outcome = writer.apply(identity, object);
            outcomes.add(outcome);
            if (desired.isChain() && outcome instanceof Outcome.Refused) {
                break;
            }
        }
        return outcomes;
    }

    /** Ends with the first one that is refused: each may live on those before it. */
    private List<Outcome> once(Identity identity, List<Desired.Once> desired) {
        var outcomes = new ArrayList<Outcome>();
        for (var once : desired) {
            var outcome = writer.createOnce(identity, once);
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Refused) {
                break;
            }
        }
        return outcomes;
    }
}
