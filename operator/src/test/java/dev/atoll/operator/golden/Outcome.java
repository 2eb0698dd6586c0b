// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.cli.KubernetesYaml;
import dev.atoll.operator.cli.RenderedObject;
import dev.atoll.operator.config.StandaloneConfig;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Outlook;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.OwnerRefs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the line makes of what a case gives. */
record Outcome(Given given, Outlook outlook) {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    static Outcome of(Given given) {
        var subject = given.subject();
        var outlook = subject.kind().outlook(subject.resource(), given.known(), StandaloneConfig.ofDefaults());
        assertThat(outlook).as("the kind has a line").isPresent();
        return new Outcome(given, outlook.get());
    }

    /** The children and the status, by file name. */
    Map<String, String> files() {
        var files = new TreeMap<String, String>();
        for (var object : children()) {
            isWellFormed(object);
            put(files, object, RenderedObject.of(object, given.subject()).content());
        }
        for (var once : outlook.desired().once()) {
            put(
                    files,
                    once.content().get(),
                    RenderedObject.of(once, given.subject()).content());
        }
        var status = outlook.ending().after(applied(), conditionsBefore(), CLOCK);
        files.put("status.yaml", KubernetesYaml.write(SERIALIZATION.convertValue(status, ObjectNode.class)));
        assertThat(given.known().unread())
                .as("every given object is one that the operator reads")
                .isEmpty();
        return files;
    }

    private List<HasMetadata> children() {
        return outlook.desired().objects();
    }

    private static void put(Map<String, String> files, HasMetadata object, ObjectNode content) {
        var name = "%s.%s.yaml"
                .formatted(
                        object.getKind().toLowerCase(Locale.ROOT),
                        object.getMetadata().getName());
        assertThat(files.put(name, KubernetesYaml.write(content)))
                .as("%s is desired once", name)
                .isNull();
    }

    /** What holds for every child of every kind, and is therefore left out of the files or easily overlooked. */
    private void isWellFormed(HasMetadata child) {
        var metadata = child.getMetadata();
        var identity = outlook.identity();
        assertThat(metadata.getNamespace()).isEqualTo(identity.namespace());
        assertThat(metadata.getLabels())
                .containsAllEntriesOf(Labels.selector(identity))
                .containsEntry(Labels.MANAGED_BY, Labels.ATOLL);
        assertThat(OwnerRefs.isOwnedBy(child, identity.owner())
                        || Annotations.get(child, Annotations.BELONGS_TO)
                                .filter(Annotations.belongsTo(identity)::equals)
                                .isPresent())
                .as("%s %s belongs to its resource", child.getKind(), metadata.getName())
                .isTrue();
    }

    /** As if the API server had taken everything: content as desired, status as given, a new generation when scaled. */
    private Applied applied() {
        var objects = Stream.concat(
                        children().stream().map(object -> live(object.getClass(), object)),
                        outlook.desired().once().stream().map(this::live))
                .<HasMetadata>map(object -> object)
                .toList();
        return new Applied(objects, List.of(), 0);
    }

    /** What is made once stays as it is. */
    private HasMetadata live(Desired.Once once) {
        return given.known()
                .latest(once.kind(), once.namespace(), once.name())
                .<HasMetadata>map(object -> object)
                .orElseGet(() -> once.content().get());
    }

    private <T extends HasMetadata> T live(Class<T> kind, HasMetadata desired) {
        var metadata = desired.getMetadata();
        var content = SERIALIZATION.convertValue(desired, ObjectNode.class);
        var before = given.known().latest(kind, metadata.getNamespace(), metadata.getName());
        if (before.isPresent()) {
            var live = SERIALIZATION.convertValue(before.get(), ObjectNode.class);
            if (live.has("status")) {
                content.set("status", live.get("status"));
            }
            // Only what this manager has is replaced; a number of replicas that others set stays.
            if (live.at("/spec/replicas").isNumber()
                    && content.at("/spec/replicas").isMissingNode()) {
                content.withObject("/spec").set("replicas", live.at("/spec/replicas"));
            }
            boolean isScaled = !live.at("/spec/replicas").equals(content.at("/spec/replicas"));
            content.withObject("/metadata")
                    .put("generation", live.at("/metadata/generation").asLong() + (isScaled ? 1 : 0));
            if (live.at("/metadata").has("creationTimestamp")) {
                content.withObject("/metadata").set("creationTimestamp", live.at("/metadata/creationTimestamp"));
            }
        } else {
            content.withObject("/metadata").put("generation", 1);
        }
        return SERIALIZATION.convertValue(content, kind);
    }

    private List<Condition> conditionsBefore() {
        return given.subject().resource() instanceof CustomResource<?, ?> resource
                        && resource.getStatus() instanceof ConditionedStatus status
                ? status.conditions()
                : List.of();
    }
}
