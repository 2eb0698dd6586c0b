// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.operator.cli.Input.Source;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.Annotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/**
 * One child as it is printed.
 *
 * @param content its fields, without what needs a UID that only a cluster gives
 * @param comment lines above it
 */
public record RenderedObject(ObjectNode content, List<String> comment) {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final String MADE_ONCE = "Made once in the cluster, with content that exists only there.";

    /** An object that is applied. */
    public static RenderedObject of(HasMetadata object, Source source) {
        return new RenderedObject(content(object), List.of(origin(source)));
    }

    /** An object whose content is made up when it is created: printed with its keys, without their values. */
    public static RenderedObject of(Desired.Once once, Source source) {
        var content = content(once.content().get());
        for (var field : List.of("data", "stringData")) {
            if (content.get(field) instanceof ObjectNode values) {
                values.properties().forEach(value -> values.put(value.getKey(), ""));
            }
        }
        return new RenderedObject(content, List.of(origin(source), MADE_ONCE));
    }

    /** One document of a YAML stream. */
    String yaml() {
        var text = new StringBuilder("---\n");
        comment.forEach(line -> text.append("# ").append(line).append('\n'));
        return text.append(KubernetesYaml.write(content)).toString();
    }

    /** Names the object in a cluster. */
    String key() {
        var metadata = content.path("metadata");
        return String.join(
                "/",
                content.path("apiVersion").asText(),
                content.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
    }

    /** For messages: kind and name. */
    String text() {
        return content.path("kind").asText() + " "
                + content.path("metadata").path("name").asText();
    }

    private static String origin(Source source) {
        return "From %s %s"
                .formatted(source.document().kind(), source.document().name());
    }

    /** As people write it: the name first. */
    private static ObjectNode sorted(ObjectNode metadata) {
        var sorted = JsonNodeFactory.instance.objectNode();
        for (var field : List.of("name", "namespace")) {
            if (metadata.has(field)) {
                sorted.set(field, metadata.get(field));
            }
        }
        return sorted.setAll(metadata);
    }

    /** What names the custom resource by its UID. */
    private static void removeIdentity(ObjectNode metadata) {
        metadata.remove("ownerReferences");
        if (metadata.get("annotations") instanceof ObjectNode annotations) {
            annotations.remove(Annotations.MADE_FOR);
        }
    }

    private static ObjectNode content(HasMetadata object) {
        var content = SERIALIZATION.convertValue(object, ObjectNode.class);
        if (content.get("metadata") instanceof ObjectNode metadata) {
            removeIdentity(metadata);
            content.set("metadata", sorted(metadata));
        }
        return content;
    }
}
