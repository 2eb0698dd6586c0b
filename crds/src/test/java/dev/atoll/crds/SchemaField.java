// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of a custom resource as its schema describes it.
 *
 * @param path from the root of the resource, {@code []} standing for an element and {@code .*} for a map's value
 */
record SchemaField(String path, ObjectNode schema, boolean required) {

    /** Every field below the given root, each before what is in it; what Kubernetes' own types hold is left out. */
    static Stream<SchemaField> below(String path, ObjectNode schema) {
        return new SchemaField(path, schema, true).children().flatMap(SchemaField::withAllBelow);
    }

    private Stream<SchemaField> withAllBelow() {
        return Stream.concat(Stream.of(this), children().flatMap(SchemaField::withAllBelow));
    }

    Stream<SchemaField> children() {
        Optional<SchemaField> element = element();
        if (element.isPresent()) {
            return element.get().children();
        }
        if (!(schema.get("properties") instanceof ObjectNode properties) || isKubernetesOwn(properties)) {
            return Stream.empty();
        }
        List<String> names = strings(schema.path("required"));
        return properties
                .propertyStream()
                .map(property -> new SchemaField(
                        path + "." + property.getKey(),
                        (ObjectNode) property.getValue(),
                        names.contains(property.getKey())));
    }

    /** What a list or a map holds; empty for anything else. */
    Optional<SchemaField> element() {
        if (schema.get("items") instanceof ObjectNode items) {
            return Optional.of(new SchemaField(path + "[]", items, required));
        }
        if (schema.get("additionalProperties") instanceof ObjectNode values) {
            return Optional.of(new SchemaField(path + ".*", values, required));
        }
        return Optional.empty();
    }

    /** The type in words. */
    String type() {
        Optional<SchemaField> element = element();
        if (element.isPresent()) {
            return (schema.has("items") ? "list of " : "map to ")
                    + element.get().type();
        }
        if (schema.has("x-kubernetes-int-or-string")) {
            return text("pattern").endsWith("%$") ? "integer or percentage" : "quantity";
        }
        if (schema.get("properties") instanceof ObjectNode properties && isKubernetesOwn(properties)) {
            return "object of Kubernetes";
        }
        return text("type");
    }

    /** What a value may be, beyond its type. */
    List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (schema.has("enum")) {
            limits.add("one of " + String.join(", ", strings(schema.get("enum"))));
        }
        range("Items", "items").ifPresent(limits::add);
        range("Properties", "entries").ifPresent(limits::add);
        if (!schema.has("x-kubernetes-int-or-string")) {
            range("Length", "characters").ifPresent(limits::add);
            bounds("minimum", "maximum", "").ifPresent(limits::add);
            if (schema.has("pattern")) {
                limits.add("matches " + Reference.code(text("pattern")));
            }
        }
        if (schema.has("x-kubernetes-list-map-keys")) {
            limits.add("unique by " + String.join(", ", strings(schema.get("x-kubernetes-list-map-keys"))));
        }
        element().ifPresent(element -> element.limits().forEach(limit -> limits.add("each " + limit)));
        return limits;
    }

    String text(String key) {
        return schema.path(key).asText();
    }

    private Optional<String> range(String suffix, String unit) {
        return bounds("min" + suffix, "max" + suffix, " " + unit);
    }

    private Optional<String> bounds(String min, String max, String unit) {
        if (schema.has(min) && schema.has(max)) {
            return Optional.of(text(min) + " to " + text(max) + unit);
        }
        if (schema.has(max)) {
            return Optional.of("at most " + text(max) + unit);
        }
        return schema.has(min) ? Optional.of("at least " + text(min) + unit) : Optional.empty();
    }

    private static boolean isKubernetesOwn(ObjectNode properties) {
        return properties
                .propertyStream()
                .noneMatch(property -> property.getValue().has("description"));
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }
}
