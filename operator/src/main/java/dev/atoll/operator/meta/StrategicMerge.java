// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays a partial object over a whole one, as {@code kubectl patch --type=strategic} does for pods: maps are merged,
 * lists with a merge key element by element, other lists are replaced, null deletes, and {@code $patch: delete} or
 * {@code replace} delete or replace an element.
 */
public final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";

    /** Merge keys of the lists of a pod, as the Kubernetes API documents them ({@code patchMergeKey}). */
    private static final Map<String, String> MERGE_KEYS = Map.ofEntries(
            Map.entry("containers", "name"),
            Map.entry("initContainers", "name"),
            Map.entry("env", "name"),
            Map.entry("volumes", "name"),
            Map.entry("imagePullSecrets", "name"),
            Map.entry("resourceClaims", "name"),
            Map.entry("schedulingGates", "name"),
            Map.entry("ports", "containerPort"),
            Map.entry("volumeMounts", "mountPath"),
            Map.entry("volumeDevices", "devicePath"),
            Map.entry("topologySpreadConstraints", "topologyKey"),
            Map.entry("hostAliases", "ip"));

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private StrategicMerge() {}

    /** The base with the patch laid over it, as the base's type. */
    @SuppressWarnings("unchecked") // an object is of its own class
    public static <T> T of(T base, Object patch) {
        var merged = merge(MAPPER.valueToTree(base), MAPPER.valueToTree(patch));
        return (T) MAPPER.convertValue(merged, base.getClass());
    }

    /** Why a partial pod template cannot be one, or nothing. */
    public static Optional<String> problemOf(JsonNode podTemplate) {
        try {
            MAPPER.treeToValue(podTemplate, PodTemplateSpec.class);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of("is not a partial pod template: " + e.getOriginalMessage());
        }
    }

    private static JsonNode merge(JsonNode base, JsonNode patch) {
        return base instanceof ObjectNode fields && patch instanceof ObjectNode changes
                ? mergeFields(fields, changes)
                : patch;
    }

    private static ObjectNode mergeFields(ObjectNode base, ObjectNode patch) {
        if (isDirective(patch, "replace")) {
            return withoutDirective(patch);
        }
        var merged = base.deepCopy();
        patch.properties().forEach(change -> {
            var name = change.getKey();
            if (change.getValue().isNull()) {
                merged.remove(name);
            } else if (!DIRECTIVE.equals(name)) {
                merged.set(name, mergeField(name, merged.get(name), change.getValue()));
            }
        });
        return merged;
    }

    private static JsonNode mergeField(String name, @Nullable JsonNode base, JsonNode patch) {
        var key = MERGE_KEYS.get(name);
        if (key != null && patch instanceof ArrayNode changes) {
            return mergeList(
                    base instanceof ArrayNode list ? list : JsonNodeFactory.instance.arrayNode(), changes, key);
        }
        return base == null ? patch : merge(base, patch);
    }

    private static ArrayNode mergeList(ArrayNode base, ArrayNode patch, String key) {
        var merged = base.deepCopy();
        for (var change : patch) {
            int index = indexOf(merged, key, change.get(key));
            if (isDirective(change, "delete")) {
                if (index >= 0) {
                    merged.remove(index);
                }
            } else if (index >= 0) {
                merged.set(index, merge(merged.get(index), change));
            } else {
                merged.add(change);
            }
        }
        return merged;
    }

    private static int indexOf(ArrayNode list, String key, @Nullable JsonNode value) {
        for (int i = 0; i < list.size(); i++) {
            if (value != null && value.equals(list.get(i).get(key))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDirective(JsonNode patch, String directive) {
        return directive.equals(patch.path(DIRECTIVE).asText());
    }

    private static ObjectNode withoutDirective(ObjectNode patch) {
        var content = patch.deepCopy();
        content.remove(DIRECTIVE);
        return content;
    }
}
