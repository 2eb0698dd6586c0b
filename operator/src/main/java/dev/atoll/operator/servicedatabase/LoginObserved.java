// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.OwnerRefs;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an exchange of credentials depends on, beside the Secret that is in use.
 *
 * @param next the Secret with those that come next, or that have been given out last; without its content
 * @param job finds the Job of a name that lets a user in or shuts one out
 * @param jobs all of them
 * @param jobPods their pods
 * @param consumer the Deployment of the owner
 * @param consumers its pods
 */
record LoginObserved(
        Optional<Secret> next,
        Function<String, Optional<Job>> job,
        List<Job> jobs,
        List<Pod> jobPods,
        Optional<Deployment> consumer,
        List<Pod> consumers) {

    /** Nothing of all that. */
    static LoginObserved none() {
        return new LoginObserved(
                Optional.empty(), name -> Optional.empty(), List.of(), List.of(), Optional.empty(), List.of());
    }

    /**
     * Looks at what is known; asks nobody.
     *
     * @param next the Secret with the next credentials, if it belongs to the database
     */
    static LoginObserved read(ServiceDatabase resource, Optional<Secret> next, KnownObjects known) {
        var namespace = resource.getMetadata().getNamespace();
        var service = resource.getSpec().service();
        return new LoginObserved(
                next,
                name -> known.latest(Job.class, namespace, name).filter(job -> OwnerRefs.isControlledBy(job, resource)),
                known.of(Job.class)
                        .list(namespace)
                        .filter(job -> OwnerRefs.isControlledBy(job, resource))
                        .filter(job -> !InitializationObserved.isInitialization(job))
                        .toList(),
                pods(known, namespace, resource.getMetadata().getName(), Identity.CREDENTIALS),
                known.latest(Deployment.class, namespace, service),
                pods(known, namespace, service, Identity.SERVICE));
    }

    /** The pods of a Job. */
    List<Pod> podsOf(Job job) {
        return jobPods.stream()
                .filter(pod -> OwnerRefs.isControlledBy(pod, job))
                .toList();
    }

    private static List<Pod> pods(KnownObjects known, String namespace, String name, String component) {
        return known.of(Pod.class)
                .list(namespace)
                .filter(pod -> pod.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(Labels.selector(name, component).entrySet()))
                .toList();
    }
}
