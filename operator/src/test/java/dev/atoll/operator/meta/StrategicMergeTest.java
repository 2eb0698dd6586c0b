// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** The cases are those of {@code kubectl patch --type=strategic}. */
class StrategicMergeTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void mergesMapsFieldByField() {
        assertMerged(
                "spec: {nodeSelector: {disk: ssd}, hostname: a}",
                "spec: {nodeSelector: {zone: a}, hostname: b}",
                "spec: {nodeSelector: {disk: ssd, zone: a}, hostname: b}");
    }

    @Test
    void mergesContainersByNameAndAddsNewOnes() {
        assertMerged(
                "spec: {containers: [{name: app, image: app:1, tty: true}, {name: log, image: log:1}]}",
                "spec: {containers: [{name: log, image: log:2}, {name: new, image: new:1}]}",
                "spec: {containers: [{name: app, image: app:1, tty: true}, {name: log, image: log:2},"
                        + " {name: new, image: new:1}]}");
    }

    @Test
    void mergesListsWithinElementsToo() {
        assertMerged(
                "spec: {containers: [{name: app, env: [{name: A, value: a}, {name: B, value: b}],"
                        + " ports: [{containerPort: 80, name: http}], volumeMounts: [{mountPath: /a, name: x}]}]}",
                "spec: {containers: [{name: app, env: [{name: B, value: c}], ports: [{containerPort: 80, hostPort: 81}],"
                        + " volumeMounts: [{mountPath: /b, name: y}]}]}",
                "spec: {containers: [{name: app, env: [{name: A, value: a}, {name: B, value: c}],"
                        + " ports: [{containerPort: 80, name: http, hostPort: 81}],"
                        + " volumeMounts: [{mountPath: /a, name: x}, {mountPath: /b, name: y}]}]}");
    }

    @Test
    void replacesListsWithoutMergeKey() {
        assertMerged(
                "spec: {tolerations: [{key: a}], containers: [{name: app, args: [a, b]}]}",
                "spec: {tolerations: [{key: b}], containers: [{name: app, args: [c]}]}",
                "spec: {tolerations: [{key: b}], containers: [{name: app, args: [c]}]}");
    }

    @Test
    void deletesWhatIsNull() {
        assertMerged(
                "spec: {hostname: a, nodeSelector: {disk: ssd, zone: a}}",
                "spec: {hostname: null, nodeSelector: {zone: null, never: null}}",
                "spec: {nodeSelector: {disk: ssd}}");
    }

    @Test
    void deletesAnElementThatSaysSo() {
        assertMerged(
                "spec: {volumes: [{name: tmp}, {name: data}]}",
                "spec: {volumes: [{name: tmp, $patch: delete}, {name: absent, $patch: delete}]}",
                "spec: {volumes: [{name: data}]}");
    }

    @Test
    void replacesAMapThatSaysSo() {
        assertMerged(
                "spec: {securityContext: {runAsUser: 1, fsGroup: 2}}",
                "spec: {securityContext: {$patch: replace, runAsUser: 3}}",
                "spec: {securityContext: {runAsUser: 3}}");
    }

    @Test
    void emptiesAMapThatSaysSo() {
        assertMerged(
                "spec: {nodeSelector: {disk: ssd}, hostname: a}",
                "spec: {nodeSelector: {$patch: delete}}",
                "spec: {hostname: a}");
    }

    @Test
    void replacesAListWithAnElementThatSaysSo() {
        assertMerged(
                "spec: {volumes: [{name: tmp}, {name: data}]}",
                "spec: {volumes: [{name: other}, {$patch: replace}]}",
                "spec: {volumes: [{name: other}]}");
    }

    @Test
    void leavesNoDirectiveAndNoNullInWhatIsNew() {
        var merged = merge(
                "spec: {hostname: a}",
                "spec: {securityContext: {$patch: replace, runAsUser: 1, fsGroup: null},"
                        + " containers: [{name: app, tty: null, env: [{name: A, $patch: delete}, {name: B, value: b}]}]}");

        assertThat(merged.toString()).doesNotContain("$patch").doesNotContain("null");
        assertThat(merged.at("/spec/containers/0/env").size()).isOne();
    }

    @Test
    void leavesTheBaseAsItIs() {
        var base = read("spec: {hostname: a}", PodTemplateSpec.class);

        StrategicMerge.of(base, read("spec: {hostname: b}"));

        assertThat(base.getSpec().getHostname()).isEqualTo("a");
    }

    @Test
    void laysAnObjectOverAnother() {
        var base = read("{hostname: a, subdomain: x}", PodSpec.class);
        var patch = read("{hostname: b}", PodSpec.class);

        var merged = StrategicMerge.of(base, patch);

        assertThat(merged.getHostname()).isEqualTo("b");
        assertThat(merged.getSubdomain()).isEqualTo("x");
    }

    @Test
    void findsNothingWrongWithAPartialTemplate() {
        assertThat(StrategicMerge.problemOf(read("spec: {containers: [{name: a, $patch: delete}], hostname: null}")))
                .isEmpty();
    }

    @Test
    void namesTheFieldThatIsNotAsInAPodTemplate() {
        assertThat(StrategicMerge.problemOf(read("spec: {containers: 5}")))
                .hasValue("is not a partial pod template: spec.containers has a value of the wrong type;"
                        + " see kubectl explain pod");
        assertThat(StrategicMerge.problemOf(read("spec: {containers: [{tty: maybe}]}"))
                        .orElseThrow())
                .contains("spec.containers[0].tty has");
    }

    private static void assertMerged(String base, String patch, String expected) {
        assertThat(merge(base, patch)).isEqualTo(YAML.valueToTree(read(expected, PodTemplateSpec.class)));
    }

    private static JsonNode merge(String base, String patch) {
        return YAML.valueToTree(StrategicMerge.of(read(base, PodTemplateSpec.class), read(patch)));
    }

    private static JsonNode read(String yaml) {
        return read(yaml, JsonNode.class);
    }

    private static <T> T read(String yaml, Class<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
