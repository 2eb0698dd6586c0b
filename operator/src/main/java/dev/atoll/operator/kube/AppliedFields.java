// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.FieldsV1Builder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Optional;

/**
 * Reads back, from a live object, the part that Atoll applied last: the fields that {@code metadata.managedFields}
 * lists for its manager, with the values they have now. When that equals what is desired, an apply would change
 * nothing.
 *
 * <p>Field sets are written as Kubernetes' server-side apply defines them: {@code f:name} is a field,
 * {@code k:{…}} the element of a list that has these keys, {@code v:…} an element of a set, {@code .} the
 * container itself. A set without members owns the whole value.
 */
final class AppliedFields {
    private static final String APPLY = "Apply";
    /** No field of a field set, whose names begin with a letter and a colon. */
    private static final String SUMMARY = "summary";

    private final KubernetesSerialization serialization;

    AppliedFields(KubernetesSerialization serialization) {
        this.serialization = serialization;
    }

    /** The part of {@code live} that a manager of Atoll applied, or nothing when it has applied nothing to it. */
    Optional<ObjectNode> of(HasMetadata live, String manager) {
        return entry(live, manager)
                .map(entry -> project(tree(live), tree(entry.getFieldsV1())))
                .map(ObjectNode.class::cast);
    }

    /** The same in few bytes; of an object as {@link StoredForm} leaves it, or as the API server answers it. */
    AppliedSummary summary(HasMetadata live, String manager) {
        return entry(live, manager)
                .map(entry -> entry.getFieldsV1().getAdditionalProperties().get(SUMMARY))
                .map(AppliedSummary.class::cast)
                .or(() -> of(live, manager).map(AppliedForm::of).map(AppliedSummary::of))
                .orElse(AppliedSummary.NOTHING);
    }

    private static Optional<ManagedFieldsEntry> entry(HasMetadata live, String manager) {
        return live.getMetadata().getManagedFields().stream()
                .filter(entry -> isOurs(entry) && manager.equals(entry.getManager()))
                .findFirst();
    }

    /** Puts summaries in place of the field sets of Atoll's managers, and drops those of others. */
    void summarize(HasMetadata live) {
        live.getMetadata()
                .setManagedFields(live.getMetadata().getManagedFields().stream()
                        .filter(AppliedFields::isOurs)
                        .map(ManagedFieldsEntry::getManager)
                        .map(manager -> summarized(manager, summary(live, manager)))
                        .toList());
    }

    private static ManagedFieldsEntry summarized(String manager, AppliedSummary summary) {
        return new ManagedFieldsEntryBuilder()
                .withManager(manager)
                .withOperation(APPLY)
                .withFieldsV1(new FieldsV1Builder()
                        .addToAdditionalProperties(SUMMARY, summary)
                        .build())
                .build();
    }

    /** Whether an entry of {@code managedFields} lists what this operator applies again and again. */
    static boolean isOurs(ManagedFieldsEntry entry) {
        return FieldManagers.REPEATED.contains(entry.getManager())
                && APPLY.equals(entry.getOperation())
                && (entry.getSubresource() == null || entry.getSubresource().isEmpty());
    }

    private JsonNode tree(Object object) {
        return serialization.convertValue(object, JsonNode.class);
    }

    private JsonNode project(JsonNode live, JsonNode fields) {
        if (fields.isEmpty()) {
            return live;
        }
        return live.isArray() ? projectList(live, fields) : projectObject(live, fields);
    }

    private JsonNode projectObject(JsonNode live, JsonNode fields) {
        var projected = JsonNodeFactory.instance.objectNode();
        fields.properties().forEach(field -> {
            if (field.getKey().startsWith("f:")) {
                var name = field.getKey().substring(2);
                var value = live.get(name);
                if (value != null && !value.isNull()) {
                    projected.set(name, project(value, field.getValue()));
                }
            }
        });
        return projected;
    }

    /** The elements that the set names, in the order in which they stand in the live list. */
    private JsonNode projectList(JsonNode live, JsonNode fields) {
        var projected = JsonNodeFactory.instance.arrayNode();
        for (var element : live) {
            fields.properties().stream()
                    .filter(field -> names(field.getKey(), element))
                    .findFirst()
                    .ifPresent(field -> projected.add(
                            field.getKey().startsWith("k:") ? projectObjectOf(element, field.getValue()) : element));
        }
        return projected;
    }

    private JsonNode projectObjectOf(JsonNode element, JsonNode fields) {
        return fields.isEmpty() ? element : projectObject(element, fields);
    }

    private boolean names(String path, JsonNode element) {
        if (path.startsWith("k:")) {
            return parse(path.substring(2)).properties().stream()
                    .allMatch(key -> key.getValue().equals(element.get(key.getKey())));
        }
        return path.startsWith("v:") && parse(path.substring(2)).equals(element);
    }

    private JsonNode parse(String json) {
        try {
            return serialization.unmarshal(json, JsonNode.class);
        } catch (KubernetesClientException e) {
            throw new IllegalStateException("not a field set as Kubernetes writes them: " + json, e);
        }
    }
}
