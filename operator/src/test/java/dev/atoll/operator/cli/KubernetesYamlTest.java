// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesYamlTest {

    @Test
    void readsScalarsAsKubectlDoes() throws IOException {
        assertThat(read("a: 0644").get("a").asInt()).isEqualTo(420);
        assertThat(read("a: yes").get("a").isBoolean()).isTrue();
        assertThat(read("a: 0x1F").get("a").asInt()).isEqualTo(31);
        assertThat(read("a: 1e3").get("a").asDouble()).isEqualTo(1000);
        assertThat(read("a: 0").get("a").asInt()).isZero();
        assertThat(read("a: ~").get("a").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31", "12:30", "1.4.2", "500m", "10Gi", "1e", "y", "10.0.0.1"})
    void readsAsTextWhatOnlyLooksLikeANumberOrADate(String scalar) throws IOException {
        assertThat(read("a: " + scalar).get("a").isTextual()).isTrue();
        assertThat(read("a: " + scalar).get("a").asText()).isEqualTo(scalar);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "off",
                "y",
                "N",
                "null",
                "~",
                "true",
                "1",
                "0644",
                "0o14",
                "0x1F",
                "1e3",
                "12:30",
                "1.5",
                "-",
                "a: b",
                "#x",
                "two\nlines\n",
                "two\nlines",
                " lead",
                "trail ",
                "\ttab",
                "*all",
                "&x",
                "%",
                "@",
                "`"
            })
    void writesTextSoThatItIsReadAsTheSameText(String text) throws IOException {
        var object = JsonNodeFactory.instance.objectNode().put("a", text);

        assertThat(read(KubernetesYaml.write(object))).isEqualTo(object);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "y", "N", "0644", "0o14", "0x1F", "1e3", "12:30", "1.5", "10.0.0.1"})
    void quotesTextThatSomeReaderTakesForSomethingElse(String text) {
        assertThat(KubernetesYaml.write(JsonNodeFactory.instance.objectNode().put("a", text)))
                .matches("a: ['\"].*['\"]\n");
    }

    @Test
    void writesSeveralLinesAsABlock() {
        assertThat(KubernetesYaml.write(JsonNodeFactory.instance.objectNode().put("a", "one\ntwo\n")))
                .isEqualTo("a: |\n  one\n  two\n");
    }

    @Test
    void followsAnchors() throws IOException {
        assertThat(read("a: &x {b: 1}\nc: *x").at("/c/b").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        assertThatIOException().isThrownBy(() -> read("a: 1\na: 2")).withMessageContaining("duplicate key a");
    }

    @Test
    void refusesADocumentThatIsNoObject() {
        assertThatIOException()
                .isThrownBy(() -> read("- a"))
                .withMessage("test.yaml holds something that is not an object");
    }

    private static JsonNode read(String yaml) throws IOException {
        ObjectNode content = KubernetesYaml.read(new StringReader(yaml), "test.yaml")
                .getFirst()
                .content();
        return content;
    }
}
