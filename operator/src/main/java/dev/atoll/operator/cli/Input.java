// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.operator.cli.admission.Admission;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The documents of a run, sorted by what they are.
 *
 * @param resources Atoll's own that the API server would take, each with a UID
 * @param refused Atoll's own that it would not take
 * @param others all other objects
 */
public record Input(List<Source> resources, List<Refused> refused, List<Document> others) {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final Admission ADMISSION = new Admission();

    /** A resource and the document that it was read from. */
    public record Source(AtollKind<?> kind, HasMetadata resource, Document document) {}

    /** A document that is not admitted. */
    public record Refused(Document document, List<Violation> violations) {}

    /** Sorts the documents; those that name no namespace get the given one. */
    public static Input of(List<Document> documents, String namespace) {
        var input = new Input(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var seen = new HashMap<String, Document>();
        for (var document : documents) {
            if (isAtolls(document)) {
                input.admit(document.inNamespace(namespace), seen);
            } else {
                input.others().add(isClusterScoped(document) ? document : document.inNamespace(namespace));
            }
        }
        return input;
    }

    private void admit(Document document, Map<String, Document> seen) {
        var kind = AtollKind.named(document.kind())
                .filter(known -> known.apiVersion().equals(document.apiVersion()));
        if (kind.isEmpty()) {
            refuse(document, unknownKind(document));
            return;
        }
        var violations = ADMISSION.check(kind.get().plural(), document.content());
        if (!violations.isEmpty()) {
            refused.add(new Refused(document, violations));
            return;
        }
        var key = String.join("/", document.kind(), document.namespace(), document.name());
        var earlier = seen.putIfAbsent(key, document);
        if (earlier != null) {
            refuse(
                    document,
                    new Violation(
                            Reason.Conflict,
                            "metadata.name",
                            "is that of a resource in %s already; remove one of the two".formatted(earlier.source())));
            return;
        }
        parse(kind.get(), document, key);
    }

    private void parse(AtollKind<?> kind, Document document, String key) {
        try {
            HasMetadata resource = SERIALIZATION.convertValue(document.content(), kind.type());
            // What a cluster would give it. Children and the code that makes them rely on there being one.
            resource.getMetadata()
                    .setUid(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                            .toString());
            resources.add(new Source(kind, resource, document));
        } catch (IllegalArgumentException e) {
            refuse(document, new Violation(Reason.Invalid, "metadata", "cannot be read: " + e.getMessage()));
        }
    }

    private void refuse(Document document, Violation violation) {
        refused.add(new Refused(document, List.of(violation)));
    }

    /** Of Atoll's group, or of one of its kinds with the group left out. */
    private static boolean isAtolls(Document document) {
        return document.apiVersion().startsWith(AtollKind.GROUP)
                || (document.apiVersion().isEmpty()
                        && AtollKind.named(document.kind()).isPresent());
    }

    private static Violation unknownKind(Document document) {
        return AtollKind.named(document.kind())
                .map(kind -> new Violation(
                        Reason.Invalid,
                        "apiVersion",
                        "is '%s'; write %s".formatted(document.apiVersion(), kind.apiVersion())))
                .orElseGet(() -> new Violation(
                        Reason.Invalid,
                        "kind",
                        "is '%s'; the kinds of Atoll are %s".formatted(document.kind(), AtollKind.names())));
    }

    private static boolean isClusterScoped(Document document) {
        return document.kind().endsWith("Class") || document.kind().equals("Namespace");
    }
}
