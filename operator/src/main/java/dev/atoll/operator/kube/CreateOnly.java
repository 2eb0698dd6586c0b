// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;

/**
 * A server-side apply that creates and never changes an existing object, in one request and without a read.
 *
 * <p>Kubernetes' apply has no such precondition of its own, but {@code metadata.deletionGracePeriodSeconds} works as
 * one: the API server clears it on a create and refuses it on an update, since it "may only be changed via deletion".
 * So nobody else's object of the same name is ever taken over by accident. See the decision record on creating.
 */
final class CreateOnly {
    static final String FIELD = "deletionGracePeriodSeconds";

    /** Objects that wait for their finalizers have 0 there, and the same number would be no change. */
    private static final long PRECONDITION = 1;

    private static final int UNPROCESSABLE = 422;

    private CreateOnly() {}

    /** The metadata of an object that is to be applied only if it does not exist. */
    static ObjectMeta marked(ObjectMeta metadata) {
        return new ObjectMetaBuilder(metadata)
                .withDeletionGracePeriodSeconds(PRECONDITION)
                .build();
    }

    /** Whether the API server refused a marked object because one of that name exists. */
    static boolean isRefusal(KubernetesClientException e) {
        return e.getCode() == UNPROCESSABLE
                && e.getStatus() != null
                && e.getStatus().getDetails() != null
                && e.getStatus().getDetails().getCauses().stream()
                        .anyMatch(cause -> ("metadata." + FIELD).equals(cause.getField()));
    }
}
