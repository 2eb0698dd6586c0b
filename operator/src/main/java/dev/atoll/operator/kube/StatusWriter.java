// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.metrics.BackupGauges;
import dev.atoll.operator.metrics.ReadinessGauges;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The only code that writes a status: one server-side apply of the status subresource, and only when it changed.
 *
 * <p>Reconcilers return {@code noUpdate()} afterwards. The SDK's own status patching is not used, since its filtering
 * of own events (5.3.2) can swallow an edit of the spec that lands at the same moment.
 */
@ApplicationScoped
public class StatusWriter {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(FieldManagers.ATOLL)
            .withForce(true)
            .build();

    private final KubernetesClient client;
    private final EventPublisher events;
    private final ReadinessGauges gauges;
    private final BackupGauges backups;
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    StatusWriter(KubernetesClient client, EventPublisher events, ReadinessGauges gauges, BackupGauges backups) {
        this.client = Impatience.of(client);
        this.events = events;
        this.gauges = gauges;
        this.backups = backups;
    }

    /** The status as it is known best: the cache may not show yet what was written a moment ago. */
    public <T extends ConditionedStatus> @Nullable T latest(CustomResource<?, T> resource) {
        var last = written.get(resource.getMetadata().getUid());
        if (last != null && last.versionBefore().equals(resource.getMetadata().getResourceVersion())) {
            @SuppressWarnings("unchecked") // a UID names one resource, and so one type of status
            T status = (T) last.status();
            return status;
        }
        if (last != null) {
            // The cache has moved on.
            written.remove(resource.getMetadata().getUid(), last);
        }
        return resource.getStatus();
    }

    /** The conditions as they are known best; none when there is no status yet. */
    public List<Condition> conditions(CustomResource<?, ? extends ConditionedStatus> resource) {
        var status = latest(resource);
        return status == null ? List.of() : status.conditions();
    }

    /** Writes the status if it differs from the latest one, and tells of what changed as events. */
    public <T extends ConditionedStatus> void write(CustomResource<?, T> resource, T status) {
        gauges.record(resource, status);
        backups.record(resource, status);
        var before = latest(resource);
        if (Objects.equals(before, status)) {
            return;
        }
        if (patch(resource, status)) {
            var metadata = resource.getMetadata();
            written.put(metadata.getUid(), new Written(metadata.getResourceVersion(), status));
            events.publish(resource, before, status);
        }
    }

    /** Writes conditions alone, as {@link #write} does: the rest of the latest status stays. */
    <T extends ConditionedStatus> void writeConditions(CustomResource<?, T> resource, List<Condition> conditions) {
        var status = latest(resource);
        var content = status == null ? new LinkedHashMap<String, Object>() : fields(status);
        content.put("conditions", conditions);
        write(resource, statusOf(resource, content));
    }

    /** Forgets a resource that is gone. */
    public void forget(CustomResource<?, ?> resource) {
        written.remove(resource.getMetadata().getUid());
        gauges.forget(resource);
        backups.forget(resource);
    }

    private boolean patch(CustomResource<?, ?> resource, Object status) {
        try {
            client.resource(patchOf(resource, status)).subresource("status").patch(APPLY);
            return true;
        } catch (KubernetesClientException e) {
            if (isGone(e)) {
                Log.debugf(
                        "%s %s was deleted or replaced; its status is not written",
                        resource.getKind(), resource.getMetadata().getName());
                return false;
            }
            throw e;
        }
    }

    /** Name, UID and status only: an apply must not touch the spec, nor reach a resource re-created meanwhile. */
    private GenericKubernetesResource patchOf(CustomResource<?, ?> resource, Object status) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion(resource.getApiVersion())
                .withKind(resource.getKind())
                .withMetadata(new ObjectMetaBuilder()
                        .withNamespace(resource.getMetadata().getNamespace())
                        .withName(resource.getMetadata().getName())
                        .withUid(resource.getMetadata().getUid())
                        .build())
                .addToAdditionalProperties("status", fields(status))
                .build();
    }

    @SuppressWarnings("unchecked") // a JSON object has text as keys
    private Map<String, Object> fields(Object status) {
        return client.getKubernetesSerialization().convertValue(status, Map.class);
    }

    @SuppressWarnings("unchecked") // the class of a resource names the type of its status
    private <T> T statusOf(CustomResource<?, T> resource, Map<String, Object> content) {
        var carrier = client.getKubernetesSerialization().convertValue(Map.of("status", content), resource.getClass());
        return (T) carrier.getStatus();
    }

    private static boolean isGone(KubernetesClientException e) {
        return e.getCode() == NOT_FOUND || e.getCode() == CONFLICT || isOfEarlierResource(e);
    }

    /** The API server calls a UID that is not the present one an attempt to change an immutable field. */
    private static boolean isOfEarlierResource(KubernetesClientException e) {
        return e.getCode() == UNPROCESSABLE
                && e.getStatus() != null
                && e.getStatus().getDetails() != null
                && e.getStatus().getDetails().getCauses().stream()
                        .anyMatch(cause -> "metadata.uid".equals(cause.getField()));
    }

    private record Written(String versionBefore, Object status) {}
}
