// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.FileKeySelector;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/**
 * Fabric8's model of Kubernetes' own types says neither what is required nor how long anything may be. Without the first a
 * mistake would only show in the children, without the second the API server could not bound the cost of CEL rules.
 */
final class KubernetesTypes implements SchemaStep {
    private static final int MAX_LENGTH = 4096;
    private static final int MAX_ELEMENTS = 256;

    private static final Map<Class<?>, List<String>> REQUIRED = Map.ofEntries(
            Map.entry(EnvVar.class, List.of("name")),
            Map.entry(ConfigMapKeySelector.class, List.of("name", "key")),
            Map.entry(SecretKeySelector.class, List.of("name", "key")),
            Map.entry(ObjectFieldSelector.class, List.of("fieldPath")),
            Map.entry(ResourceFieldSelector.class, List.of("resource")),
            Map.entry(FileKeySelector.class, List.of("volumeName", "path", "key")),
            Map.entry(Volume.class, List.of("name")),
            Map.entry(VolumeMount.class, List.of("name", "mountPath")),
            Map.entry(KeyToPath.class, List.of("key", "path")),
            Map.entry(PersistentVolumeClaimVolumeSource.class, List.of("claimName")),
            Map.entry(NodeSelector.class, List.of("nodeSelectorTerms")),
            Map.entry(NodeSelectorRequirement.class, List.of("key", "operator")),
            Map.entry(PreferredSchedulingTerm.class, List.of("weight", "preference")),
            Map.entry(PodAffinityTerm.class, List.of("topologyKey")),
            Map.entry(WeightedPodAffinityTerm.class, List.of("weight", "podAffinityTerm")),
            Map.entry(LabelSelectorRequirement.class, List.of("key", "operator")),
            Map.entry(TopologySpreadConstraint.class, List.of("maxSkew", "topologyKey", "whenUnsatisfiable")),
            Map.entry(SeccompProfile.class, List.of("type")),
            Map.entry(Sysctl.class, List.of("name", "value")));

    /** Where the general maximum length is too short for honest use, or too long for a rule that compares all pairs. */
    private static final Map<Class<?>, Map<String, Integer>> LENGTHS = Map.of(
            EnvVar.class, Map.of("name", 253, "value", 131072),
            Volume.class, Map.of("name", 63),
            VolumeMount.class, Map.of("name", 63, "mountPath", 1024));

    @Override
    public void complete(ObjectNode schema, Type type) {
        if (!JavaTypes.isKubernetesObject(type) || !(schema.get("properties") instanceof ObjectNode properties)) {
            return;
        }
        Class<?> raw = JavaTypes.raw(type);
        if (raw == ObjectMeta.class) {
            properties.retain("labels", "annotations");
        }
        ArrayNode required = schema.putArray("required");
        REQUIRED.getOrDefault(raw, List.of()).forEach(required::add);
        if (required.isEmpty()) {
            schema.remove("required");
        }
        LENGTHS.getOrDefault(raw, Map.of())
                .forEach((name, length) -> ((ObjectNode) properties.get(name)).put("maxLength", length));
        properties.forEach(KubernetesTypes::bound);
    }

    private static void bound(JsonNode node) {
        ObjectNode schema = (ObjectNode) node;
        switch (schema.path("type").asText()) {
            case "string" -> putIfAbsent(schema, "maxLength", MAX_LENGTH);
            case "array" -> {
                putIfAbsent(schema, "maxItems", MAX_ELEMENTS);
                bound(schema.get("items"));
            }
            case "object" -> {
                if (schema.has("additionalProperties")) {
                    putIfAbsent(schema, "maxProperties", MAX_ELEMENTS);
                    bound(schema.get("additionalProperties"));
                }
            }
            default -> {
                // numbers and truth values have no length
            }
        }
    }

    private static void putIfAbsent(ObjectNode schema, String field, int value) {
        if (!schema.has(field)) {
            schema.put(field, value);
        }
    }
}
