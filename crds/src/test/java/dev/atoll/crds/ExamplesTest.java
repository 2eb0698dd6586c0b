// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What can be said of the examples without an API server; that it agrees with them is tested against a real one. */
class ExamplesTest {
    private final KubernetesSerialization serialization = new KubernetesSerialization();

    @Test
    void thereAreAtLeastSixtyOfEachSort() {
        assertThat(Example.valid()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Example.invalid()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void aValidExampleHasOneDocumentAndTheNameOfItsFile() {
        assertThat(Example.valid()).allSatisfy(example -> {
            assertThat(example.refusals()).isEmpty();
            assertThat(example.documents()).hasSize(1);
            assertThat(example.name()).isEqualTo(example.title());
        });
        assertThat(Example.valid()).extracting(Example::name).doesNotHaveDuplicates();
    }

    @Test
    void anInvalidExampleSaysWhatTheApiServerAnswers() {
        assertThat(Example.invalid()).allSatisfy(example -> {
            assertThat(example.refusals()).isNotEmpty();
            assertThat(example.documents()).hasSizeBetween(1, 2);
        });
    }

    @Test
    void everyExampleIsInTheFolderOfItsKind() {
        assertThat(Example.valid()).allSatisfy(ExamplesTest::isInTheFolderOfItsKind);
        assertThat(Example.invalid()).allSatisfy(ExamplesTest::isInTheFolderOfItsKind);
    }

    @Test
    void aValidExampleLosesNothingOnItsWayThroughTheRecords() {
        assertThat(Example.valid()).allSatisfy(example -> {
            Class<? extends CustomResource<?, ?>> kind = Kinds.named(example.kind());
            JsonNode written = example.documents().getFirst().get("spec");
            Object spec = serialization.convertValue(written, Kinds.spec(kind));
            JsonNode read = Yaml.read(serialization.asJson(spec));
            assertThat(Defaulting.meaning(read))
                    .isEqualTo(Defaulting.meaning(Defaulting.complete(written, specSchema(kind))));
            assertThat(serialization.convertValue(read, Kinds.spec(kind))).isEqualTo(spec);
        });
    }

    private static ObjectNode specSchema(Class<? extends CustomResource<?, ?>> kind) {
        return (ObjectNode) CrdDocument.of(kind).at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
    }

    private static void isInTheFolderOfItsKind(Example example) {
        assertThat(example.folder()).isEqualTo(example.kind().toLowerCase(Locale.ROOT));
    }
}
