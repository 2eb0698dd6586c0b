// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.Initialization;
import dev.atoll.api.v1alpha1.servicedatabase.InitializationScripts;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.KnownConfigMaps;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the beginning of new data depends on.
 *
 * @param isPending whether the data is without what it is to begin with, so that nobody may use it
 * @param configMaps the ConfigMap with the scripts; looked for only while it is pending
 * @param jobs the Jobs that have been made for it
 * @param jobPods their pods
 */
record InitializationObserved(boolean isPending, KnownConfigMaps configMaps, List<Job> jobs, List<Pod> jobPods) {
    private static final String FIELD = "spec.initialization.scripts.configMapName";
    private static final String SCRIPT = ".sql";

    /** Nothing of all that. */
    static InitializationObserved none() {
        return new InitializationObserved(false, KnownConfigMaps.UNKNOWN, List.of(), List.of());
    }

    /**
     * Looks at what is known; asks nobody.
     *
     * @param claim the claim of the volume in use
     * @param isForeseen whether it is about what becomes of it in the end
     */
    static InitializationObserved read(
            ServiceDatabase resource, Optional<PersistentVolumeClaim> claim, boolean isForeseen, KnownObjects known) {
        boolean isPending = claim.map(InitializationObserved::isPending)
                .orElseGet(() -> !isForeseen && resource.getSpec().initialization() != null);
        var namespace = resource.getMetadata().getNamespace();
        return new InitializationObserved(
                isPending,
                known.configMaps(resource, isPending ? scripts(resource).collect(Collectors.toSet()) : Set.of()),
                known.of(Job.class)
                        .list(namespace)
                        .filter(job -> OwnerRefs.isControlledBy(job, resource))
                        .filter(InitializationObserved::isInitialization)
                        .toList(),
                known.of(Pod.class)
                        .list(namespace)
                        .filter(InitializationObserved::isOfInitialization)
                        .toList());
    }

    /** Whether a Job is about the beginning of data, and not about a login. */
    static boolean isInitialization(Job job) {
        return Annotations.get(job, Annotations.INITIALIZES).isPresent();
    }

    private static boolean isOfInitialization(Pod pod) {
        return Identity.INITIALIZATION.equals(pod.getMetadata().getLabels().get(Labels.COMPONENT));
    }

    /** The pods of a Job. */
    List<Pod> podsOf(Job job) {
        return jobPods.stream()
                .filter(pod -> OwnerRefs.isControlledBy(pod, job))
                .toList();
    }

    /** Why it cannot begin. */
    Optional<Violation> problem(ServiceDatabase resource) {
        return isPending
                ? scripts(resource).flatMap(name -> problem(name).stream()).findFirst()
                : Optional.empty();
    }

    /** What tells the content of scripts from any other, by their names. */
    Stream<String> checksums(String configMap) {
        return configMaps.get(configMap).stream()
                .flatMap(facts -> facts.checksums().entrySet().stream())
                .filter(script -> script.getKey().endsWith(SCRIPT))
                .map(script -> script.getKey() + "=" + script.getValue());
    }

    private Optional<Violation> problem(String configMap) {
        if (configMaps.isMissing(configMap)) {
            return Optional.of(new Violation(
                    Reason.ConfigMapNotFound,
                    FIELD,
                    "ConfigMap %s does not exist in this namespace; create it, and the data begins with its scripts"
                            .formatted(configMap)));
        }
        return configMaps.get(configMap).isPresent()
                        && checksums(configMap).findAny().isEmpty()
                ? Optional.of(new Violation(
                        Reason.ConfigMapInvalid,
                        FIELD,
                        "ConfigMap %s has no key that ends in %s; give its scripts such names, or remove the field"
                                .formatted(configMap, SCRIPT)))
                : Optional.empty();
    }

    private static boolean isPending(PersistentVolumeClaim claim) {
        return Annotations.get(claim, Annotations.INITIALIZATION)
                .filter(Annotations.PENDING::equals)
                .isPresent();
    }

    private static Stream<String> scripts(ServiceDatabase resource) {
        return Optional.ofNullable(resource.getSpec().initialization()).map(Initialization::scripts).stream()
                .map(InitializationScripts::configMapName);
    }
}
