// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.operator.cli.Input.Source;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What manifests become: children in a stable order, and what there is to say about them. */
final class Rendering {
    /** By namespace, then by kind and name; so a Microservice comes before the policy that looks at its Deployment. */
    private static final Comparator<Source> ORDER = Comparator.comparing(
                    (Source source) -> source.document().namespace())
            .thenComparing(source -> source.document().kind())
            .thenComparing(source -> source.document().name());

    private final List<RenderedObject> objects = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Source> owners = new HashMap<>();
    private final List<Document> passedOver = new ArrayList<>();
    private boolean refused;

    private Rendering() {}

    /** Renders every resource among the documents. */
    static Rendering of(List<Document> documents, String namespace, OperatorConfig config) {
        var rendering = new Rendering();
        var input = Input.of(documents, namespace);
        var known =
                new Manifests(input.resources().stream().map(Source::resource).toList(), input.others());
        input.refused().forEach(refused -> rendering.refuse(refused.document(), refused.violations()));
        input.resources().stream().sorted(ORDER).forEach(source -> rendering.render(source, known, config));
        rendering.passedOver.addAll(known.unread());
        return rendering;
    }

    /** All objects as one stream of YAML documents. */
    String yaml() {
        return objects.stream().map(RenderedObject::yaml).collect(Collectors.joining());
    }

    /** What was refused and why, and what is worth knowing about the rest, a line each. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** The objects of the input that decided nothing. */
    List<Document> passedOver() {
        return List.copyOf(passedOver);
    }

    /** Whether anything was refused. */
    boolean isRefused() {
        return refused;
    }

    private void render(Source source, Manifests known, OperatorConfig config) {
        source.kind().outlook(source.resource(), known, config).ifPresent(outlook -> {
            switch (outlook.validated()) {
                case Validated.Invalid<?>(var violations) -> refuse(source.document(), violations);
                case Validated.Paused<?>() ->
                    remarks.add("paused: %s: spec.paused is true, so its children stay as they are; none is printed"
                            .formatted(source.document().text()));
                case Validated.Valid<?>(var model, var unresolved) ->
                    unresolved.forEach(violation -> leaveOut(source.document(), violation));
            }
            add(source, outlook.desired());
            known.add(outlook.desired().objects());
        });
    }

    /** In the order in which they would be applied. */
    private void add(Source source, Desired desired) {
        Stream.concat(
                        desired.once().stream().map(once -> RenderedObject.of(once, source)),
                        desired.objects().stream().map(object -> RenderedObject.of(object, source)))
                .forEach(object -> add(source, object));
    }

    private void add(Source source, RenderedObject object) {
        var owner = owners.putIfAbsent(object.key(), source);
        if (owner == null) {
            objects.add(object);
            return;
        }
        refuse(
                source.document(),
                List.of(new Violation(
                        Reason.NotOwned,
                        "metadata.name",
                        "leads to %s, which belongs to %s %s; rename one of the two"
                                .formatted(
                                        object.text(),
                                        owner.document().kind(),
                                        owner.document().name()))));
    }

    /** The rest of the resource is printed. */
    private void leaveOut(Document document, Violation violation) {
        refused |= violation.isRefusal();
        remark(violation.isRefusal() ? "refused in part" : "unresolved", document, violation);
    }

    private void refuse(Document document, List<Violation> violations) {
        refused = true;
        violations.forEach(violation -> remark("refused", document, violation));
    }

    private void remark(String verdict, Document document, Violation violation) {
        remarks.add("%s: %s: %s (%s)".formatted(verdict, document.text(), violation.text(), violation.reason()));
    }
}
