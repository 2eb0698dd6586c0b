// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a finalizer on a custom resource and takes it away, which is all that the operator ever writes to one beside its status.
 *
 * <p>The SDK would put one on every resource of a kind. Here only those have one whose deletion is to wait for something.
 */
@ApplicationScoped
public class Finalizers {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(FieldManagers.ATOLL)
            .build();

    private final KubernetesClient client;

    Finalizers(KubernetesClient client) {
        this.client = Impatience.of(client);
    }

    /**
     * Sends nothing where it is as wanted. Otherwise the API server is asked for the resource, and only the version of it that
     * has the very spec that was judged gets the finalizer, or loses it.
     *
     * @return whether it is as wanted now; if not, the resource is another one by now, and its event is on its way
     */
    public boolean set(HasMetadata judged, String finalizer, boolean isWanted) {
        if (judged.hasFinalizer(finalizer) == isWanted) {
            return true;
        }
        var metadata = judged.getMetadata();
        var live = CacheLag.read(client, judged.getClass(), metadata.getNamespace(), metadata.getName())
                .filter(found -> CacheLag.generation(found).equals(CacheLag.generation(judged)));
        return live.isPresent()
                && (live.get().hasFinalizer(finalizer) == isWanted || patch(live.get(), finalizer, isWanted));
    }

    private boolean patch(HasMetadata live, String finalizer, boolean isWanted) {
        var metadata = live.getMetadata();
        var finalizers =
                new ArrayList<>(Optional.ofNullable(metadata.getFinalizers()).orElse(List.of()));
        if (isWanted) {
            finalizers.add(finalizer);
        } else {
            finalizers.remove(finalizer);
        }
        var change = Map.of(
                "uid", metadata.getUid(), "resourceVersion", metadata.getResourceVersion(), "finalizers", finalizers);
        try {
            client.resource(live)
                    .patch(MERGE, client.getKubernetesSerialization().asJson(Map.of("metadata", change)));
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == NOT_FOUND || e.getCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }
}
