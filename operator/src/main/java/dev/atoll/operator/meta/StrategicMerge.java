// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lays a partial object over a whole one, as {@code kubectl patch --type=strategic} does for pods: maps are merged,
 * lists with a merge key element by element, other lists are replaced, and null deletes. {@code $patch: delete} deletes
 * an element or empties a map; {@code $patch: replace} replaces a map, and as an element of a list the whole list by its
 * other elements. None of these directives is left in the result.
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
            return Optional.of(
                    "is not a partial pod template: %s has a value of the wrong type; see kubectl explain pod"
                            .formatted(path(e)));
        }
    }

    private static String path(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                        .collect(Collectors.joining())
                        .substring(1)
                : "it";
    }

    private static JsonNode merge(JsonNode base, JsonNode patch) {
        return base instanceof ObjectNode fields && patch instanceof ObjectNode changes
                ? mergeFields(fields, changes)
                : patch;
    }

    private static ObjectNode mergeFields(ObjectNode base, ObjectNode patch) {
        if (isDirective(patch, "replace")) {
            return mergeFields(JsonNodeFactory.instance.objectNode(), withoutDirective(patch));
        }
        if (isDirective(patch, "delete")) {
            return JsonNodeFactory.instance.objectNode();
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
        return merge(base == null ? JsonNodeFactory.instance.objectNode() : base, patch);
    }

    private static ArrayNode mergeList(ArrayNode base, ArrayNode patch, String key) {
        boolean isReplaced =
                StreamSupport.stream(patch.spliterator(), false).anyMatch(change -> isDirective(change, "replace"));
        var merged = isReplaced ? JsonNodeFactory.instance.arrayNode() : base.deepCopy();
        for (var change : patch) {
            int index = indexOf(merged, key, change.get(key));
            if (isDirective(change, "delete")) {
                if (index >= 0) {
                    merged.remove(index);
                }
            } else if (!isDirective(change, "replace")) {
                put(merged, index, change);
            }
        }
        return merged;
    }

    private static void put(ArrayNode list, int index, JsonNode change) {
        if (index >= 0) {
            list.set(index, merge(list.get(index), change));
        } else {
            list.add(merge(JsonNodeFactory.instance.objectNode(), change));
        }
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
