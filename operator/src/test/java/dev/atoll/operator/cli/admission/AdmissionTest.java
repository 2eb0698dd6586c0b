// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.atoll.operator.cli.AtollKind;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Judged by the examples of the API, of which a real API server has said what it answers. */
class AdmissionTest {
    private static final Path EXAMPLES = Path.of("../crds/examples");
    private static final Pattern EXPECTATION = Pattern.compile("# expect: \\.?(\\S+?)(:| in body).*");
    private static final String TWO_STEPS = "\n---";

    private final Admission admission = new Admission();

    @TestFactory
    Stream<DynamicTest> admitsWhatTheApiServerAdmits() throws IOException {
        return examples("valid")
                .map(example -> DynamicTest.dynamicTest(title(example), () -> {
                    assertThat(violations(Files.readString(example))).isEmpty();
                }));
    }

    /** Examples of a change need a resource that exists; there is none here. */
    @TestFactory
    Stream<DynamicTest> refusesWhatTheApiServerRefusesAndNamesTheSameField() throws IOException {
        return examples("invalid")
                .filter(example -> !text(example).contains(TWO_STEPS))
                .map(example -> DynamicTest.dynamicTest(title(example), () -> {
                    var found = violations(text(example)).stream()
                            .map(Violation::field)
                            .toList();
                    assertThat(expectedFields(text(example)))
                            .isNotEmpty()
                            .allSatisfy(field -> assertThat(found).contains(field));
                }));
    }

    @Test
    void knowsEveryKeywordThatStandsInTheCrds() {
        var keywords = new TreeSet<String>();
        for (var kind : AtollKind.ALL) {
            collect(CrdSchemas.read(HasMetadata.getFullResourceName(kind.type())), keywords);
        }

        var checked = Set.of(
                "type",
                "properties",
                "required",
                "items",
                "additionalProperties",
                "enum",
                "pattern",
                "minimum",
                "maximum",
                "minLength",
                "maxLength",
                "minItems",
                "maxItems",
                "minProperties",
                "maxProperties",
                "default",
                "x-kubernetes-int-or-string",
                "x-kubernetes-list-map-keys",
                "x-kubernetes-preserve-unknown-fields",
                "x-kubernetes-validations");
        // What these say is said by others: anyOf by int-or-string, the type of a list by its keys.
        var implied = Set.of("description", "anyOf", "x-kubernetes-list-type", "format");
        assertThat(keywords)
                .isSubsetOf(Stream.concat(checked.stream(), implied.stream()).toList());
    }

    @TestFactory
    Stream<DynamicTest> understandsEveryRuleOfTheCrds() {
        var rules = new TreeSet<String>();
        AtollKind.ALL.forEach(
                kind -> collectRules(CrdSchemas.read(HasMetadata.getFullResourceName(kind.type())), rules));
        var expressions = new CelExpressions();

        return rules.stream()
                .filter(rule -> !ValidationRules.isAboutChange(rule))
                .map(rule -> DynamicTest.dynamicTest(
                        rule, () -> assertThat(expressions.program(rule)).isNotNull()));
    }

    private static void collectRules(JsonNode node, Set<String> rules) {
        node.path("x-kubernetes-validations")
                .forEach(rule -> rules.add(rule.path("rule").asText()));
        node.forEach(child -> collectRules(child, rules));
    }

    private List<Violation> violations(String yaml) throws IOException {
        var violations = new ArrayList<Violation>();
        try (var documents = new YAMLMapper().readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
            for (var document : documents.readAll()) {
                var kind = AtollKind.named(document.path("kind").asText()).orElseThrow();
                violations.addAll(admission.check(HasMetadata.getFullResourceName(kind.type()), document));
            }
        }
        return violations;
    }

    private static List<String> expectedFields(String yaml) {
        return Arrays.stream(yaml.split("\n", -1))
                .map(EXPECTATION::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .toList();
    }

    private static void collect(JsonNode schema, Set<String> keywords) {
        schema.properties().forEach(keyword -> keywords.add(keyword.getKey()));
        schema.path("properties").forEach(property -> collect(property, keywords));
        Stream.of("items", "additionalProperties")
                .filter(schema::has)
                .forEach(keyword -> collect(schema.get(keyword), keywords));
    }

    private static Stream<Path> examples(String verdict) throws IOException {
        try (var files = Files.walk(EXAMPLES.resolve(verdict))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static String title(Path example) {
        return EXAMPLES.relativize(example).toString();
    }

    private static String text(Path example) {
        try {
            return Files.readString(example);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
