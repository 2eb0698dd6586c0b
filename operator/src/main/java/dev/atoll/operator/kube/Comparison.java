// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells, without a request, whether an apply would change a live object. */
final class Comparison {
    private final KubernetesSerialization serialization;
    private final AppliedFields appliedFields;
    private final Map<String, Difference> falseAlarms = new ConcurrentHashMap<>();

    Comparison(KubernetesSerialization serialization) {
        this.serialization = serialization;
        this.appliedFields = new AppliedFields(serialization);
    }

    /** The difference that an apply would remove; nothing when there is none, or none that the API server sees. */
    Optional<Difference> between(HasMetadata desired, HasMetadata live) {
        return between(desired, live, FieldManagers.ATOLL);
    }

    private Optional<Difference> between(HasMetadata desired, HasMetadata live, String manager) {
        return between(AppliedSummary.of(form(desired)), live, manager);
    }

    private Optional<Difference> between(AppliedSummary desired, HasMetadata live, String manager) {
        var difference = new Difference(desired, appliedFields.summary(live, manager));
        boolean isKnown = difference.equals(falseAlarms.get(live.getMetadata().getUid()));
        return isKnown || difference.isNone() ? Optional.empty() : Optional.of(difference);
    }

    /**
     * The difference that laying a partial object over a live one would make. What it has from somebody else as desired
     * needs no apply, as long as the manager has nothing to remove.
     */
    Optional<Difference> beyond(HasMetadata partial, HasMetadata live, String manager) {
        var desired = form(partial);
        return between(AppliedSummary.of(desired), live, manager)
                .filter(difference -> !difference.applied().isEmpty() || !AppliedForm.covers(form(live), desired));
    }

    private ObjectNode form(HasMetadata object) {
        return AppliedForm.of(serialization.convertValue(object, ObjectNode.class));
    }

    /**
     * Remembers that applying changed nothing. The comparison cannot know every default inside fields that Kubernetes
     * treats as one value; so a false alarm costs one request and is never a loop.
     */
    void rememberFalseAlarm(HasMetadata live, Difference difference) {
        falseAlarms.put(live.getMetadata().getUid(), difference);
    }

    /**
     * What an apply would change.
     *
     * @param desired what is to be
     * @param applied what was applied last, as it stands now
     */
    record Difference(AppliedSummary desired, AppliedSummary applied) {

        /** Whether an apply would take over the number of replicas from another manager. */
        boolean takesReplicas() {
            return desired.hasReplicas() && !applied.hasReplicas();
        }

        /** Whether an apply would give up the number of replicas. */
        boolean releasesReplicas() {
            return !desired.hasReplicas() && applied.hasReplicas();
        }

        private boolean isNone() {
            return desired.checksum().equals(applied.checksum());
        }
    }
}
