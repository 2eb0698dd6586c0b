// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples leave nothing of the API out. */
class ExampleCoverageTest {
    private static final List<Component> COMPONENTS =
            Kinds.ALL.stream().flatMap(Component::of).toList();
    private static final List<String> REFUSALS = Example.invalid().stream()
            .flatMap(example -> example.refusals().stream())
            .toList();

    @Test
    void everyFieldOfEverySpecIsShown() {
        Set<String> shown = shown().map(Shown::component).collect(Collectors.toSet());
        assertThat(names(component -> !shown.contains(component.name()))).isEmpty();
    }

    @Test
    void everyWordOfEveryEnumIsShown() {
        Set<Shown> shown = shown().collect(Collectors.toSet());
        Stream<Shown> words = COMPONENTS.stream()
                .flatMap(component -> words(component).map(word -> new Shown(component.name(), word)));
        assertThat(words)
                .hasSizeGreaterThan(60)
                .filteredOn(word -> !shown.contains(word))
                .isEmpty();
    }

    @Test
    void everyRuleIsBroken() {
        Stream<SchemaRule> rules = Kinds.ALL.stream().map(CrdDocument::of).flatMap(SchemaRule::of);
        assertThat(rules.map(SchemaRule::message).distinct())
                .hasSizeGreaterThan(30)
                .allSatisfy(message -> assertThat(REFUSALS)
                        .anySatisfy(refusal -> assertThat(refusal).contains(message)));
    }

    @Test
    void everyRequiredFieldIsLeftOut() {
        assertThat(unbroken(
                        component -> component.required() && !component.name().equals("Port.name"), ": Required value"))
                .isEmpty();
        // the key of a list is missed before anything else is looked at
        assertThat(REFUSALS).anySatisfy(refusal -> assertThat(refusal).startsWith(".spec.ports: element 0: "));
    }

    @Test
    void everyEnumIsGivenAnUnknownWord() {
        assertThat(unbroken(component -> component.schema().has("enum"), ": Unsupported value: .*"))
                .isEmpty();
    }

    @Test
    void everyPatternIsBroken() {
        assertThat(unbroken(component -> component.schema().has("pattern"), " in body should match.*"))
                .isEmpty();
    }

    @Test
    void everyKindOfLimitIsBroken() {
        assertThat(List.of("Too long", "Too many", "less than or equal", "greater than or equal", "at least"))
                .allSatisfy(limit -> assertThat(REFUSALS)
                        .anySatisfy(refusal -> assertThat(refusal).contains(limit)));
    }

    /** The components of a sort that no invalid example breaks in the given way, at any of their paths. */
    private static Set<String> unbroken(Predicate<Component> sort, String complaint) {
        Set<String> broken = COMPONENTS.stream()
                .filter(sort)
                .filter(component -> isBroken(component, complaint))
                .map(Component::name)
                .collect(Collectors.toSet());
        return names(sort.and(component -> !broken.contains(component.name())));
    }

    private static boolean isBroken(Component component, String complaint) {
        String path = Pattern.quote(component.path())
                .replace("[]", "\\E(\\[\\d+\\])?\\Q")
                .replace(".*", "\\E([.].+)?\\Q");
        Predicate<String> refusal = Pattern.compile(path + complaint).asMatchPredicate();
        return REFUSALS.stream().anyMatch(refusal);
    }

    private static Set<String> names(Predicate<Component> sort) {
        return COMPONENTS.stream().filter(sort).map(Component::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(Component component) {
        return component.schema().path("enum").valueStream().map(JsonNode::asText);
    }

    private static Stream<Shown> shown() {
        return Example.valid().stream().flatMap(example -> {
            Map<String, String> names = Component.of(Kinds.named(example.kind()))
                    .collect(Collectors.toMap(Component::path, Component::name));
            return values("spec", example.documents().getFirst().get("spec"), names);
        });
    }

    private static Stream<Shown> values(String path, JsonNode value, Map<String, String> names) {
        Stream<Shown> below = switch (value) {
            case ObjectNode object ->
                names.containsKey(path + ".*")
                        ? object.valueStream().flatMap(element -> values(path + ".*", element, names))
                        : object.propertyStream()
                                .flatMap(field -> values(path + "." + field.getKey(), field.getValue(), names));
            default -> value.valueStream().flatMap(element -> values(path + "[]", element, names));
        };
        String component = names.get(path);
        return component == null ? below : Stream.concat(Stream.of(new Shown(component, value.asText())), below);
    }

    private record Shown(String component, String value) {}
}
