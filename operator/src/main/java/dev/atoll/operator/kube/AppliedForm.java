// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Brings what is desired and what was applied into one form, in which equal content is equal JSON. */
final class AppliedForm {
    /** Fields of metadata that no manager owns, or that only steer one request. */
    private static final Set<String> UNOWNED =
            Set.of("name", "namespace", "uid", "resourceVersion", "managedFields", CreateOnly.FIELD);

    /** Where quantities stand, as values or in maps; the API server rewrites them: 1000m becomes 1. */
    private static final Set<String> QUANTITIES =
            Set.of("requests", "limits", "sizeLimit", "averageValue", "tolerance");

    /** The object of a metric in which {@code value} is a quantity too, which it is nowhere else. */
    private static final String METRIC_TARGET = "target";

    /** Defaults inside values that have one owner as a whole, so that the API server's additions count as ours. */
    private static final Map<String, Map.Entry<String, String>> ATOMIC_DEFAULTS =
            Map.of("fieldRef", Map.entry("apiVersion", "v1"), "resourceFieldRef", Map.entry("divisor", "0"));

    private AppliedForm() {}

    /** The content of an object: without its identity, without nulls, with quantities as plain numbers. */
    static ObjectNode of(ObjectNode object) {
        var content = normalObject(object, "", false);
        content.remove("apiVersion");
        content.remove("kind");
        if (content.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(UNOWNED);
            if (metadata.isEmpty()) {
                content.remove("metadata");
            }
        }
        return content;
    }

    /** Whether a whole has every value of a part; of a list, every element. Both are in comparable form. */
    static boolean covers(JsonNode whole, JsonNode part) {
        if (part instanceof ObjectNode fields) {
            return fields.properties().stream()
                    .allMatch(
                            field -> whole.has(field.getKey()) && covers(whole.get(field.getKey()), field.getValue()));
        }
        if (part instanceof ArrayNode elements) {
            return elements.valueStream()
                    .allMatch(element -> whole.valueStream().anyMatch(other -> covers(other, element)));
        }
        return whole.equals(part);
    }

    /** The normal form of what stands in the field {@code name}. */
    private static JsonNode normal(JsonNode node, String name, boolean isQuantity) {
        if (node instanceof ObjectNode object) {
            return normalObject(object, name, isQuantity);
        }
        if (node.isArray()) {
            var elements = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> elements.add(normal(element, name, isQuantity)));
            return elements;
        }
        return isQuantity ? plainNumber(node) : node;
    }

    private static ObjectNode normalObject(ObjectNode object, String name, boolean isQuantity) {
        var fields = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            if (!isOmitted(field.getKey(), field.getValue())) {
                var key = field.getKey();
                fields.set(key, normal(complete(key, field.getValue()), key, isQuantity || holdsQuantities(name, key)));
            }
        });
        return fields;
    }

    private static boolean holdsQuantities(String parent, String name) {
        return QUANTITIES.contains(name) || (METRIC_TARGET.equals(parent) && "value".equals(name));
    }

    /** The API server drops the empty value of an environment variable; elsewhere an empty text may mean something. */
    private static boolean isOmitted(String name, JsonNode value) {
        return value.isNull()
                || ("value".equals(name) && value.isTextual() && value.asText().isEmpty());
    }

    private static JsonNode complete(String name, JsonNode value) {
        var missing = ATOMIC_DEFAULTS.get(name);
        if (missing != null && value instanceof ObjectNode object && !object.has(missing.getKey())) {
            return object.deepCopy().put(missing.getKey(), missing.getValue());
        }
        return value;
    }

    private static JsonNode plainNumber(JsonNode quantity) {
        try {
            BigDecimal amount = Quantity.getAmountInBytes(new Quantity(quantity.asText()));
            return JsonNodeFactory.instance.textNode(amount.stripTrailingZeros().toPlainString());
        } catch (IllegalArgumentException e) {
            // Not a quantity after all; then it is compared as it stands.
            return quantity;
        }
    }
}
