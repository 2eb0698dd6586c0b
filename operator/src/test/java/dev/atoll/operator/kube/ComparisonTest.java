// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

/** What laying a part over an object would change, told without a request. */
class ComparisonTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final String OWNED = "ownerReferences: [{apiVersion: v1, kind: A, name: a, uid: u}]";
    private static final String ATOLL_HAS_OWNER = """
            managedFields:
            - {manager: atoll-once, operation: Apply, fieldsV1: {"f:spec": {}}}
            - manager: atoll
              operation: Apply
              fieldsV1: {"f:metadata": {"f:ownerReferences": {'k:{"uid":"u"}': {}}}}
            """;

    private final Comparison comparison = new Comparison(SERIALIZATION);

    @Test
    void isNothingWhenTheObjectHasItFromSomebodyElse() {
        assertThat(size("1Gi", live("1024Mi", ""))).isFalse();
    }

    @Test
    void isSomethingWhenTheObjectHasAnotherValue() {
        assertThat(size("2Gi", live("1Gi", ""))).isTrue();
    }

    @Test
    void isSomethingWhenTheObjectHasNoOwnerAndIsToHaveOne() {
        assertThat(metadata(OWNED, live("1Gi", ""))).isTrue();
    }

    @Test
    void isSomethingWhenAtollGaveItAnOwnerThatItIsToLose() {
        assertThat(metadata("", live("1Gi", OWNED + "\n" + ATOLL_HAS_OWNER))).isTrue();
    }

    @Test
    void isNothingWhenAtollGaveItTheOwnerThatItIsToHave() {
        assertThat(metadata(OWNED, live("1Gi", OWNED + "\n" + ATOLL_HAS_OWNER))).isFalse();
    }

    @Test
    void isNothingWhenSomebodyElseGaveItAnOwnerThatAtollDoesNotWant() {
        assertThat(metadata("", live("1Gi", OWNED))).isFalse();
    }

    @Test
    void looksAtTheFieldsOfItsOwnManagerOnly() {
        assertThat(size("1Gi", live("1Gi", OWNED + "\n" + ATOLL_HAS_OWNER))).isFalse();
    }

    private boolean size(String size, HasMetadata live) {
        var partial = read("metadata: {name: c}\nspec: {resources: {requests: {storage: %s}}}".formatted(size));
        return comparison.beyond(partial, live, FieldManagers.SIZE).isPresent();
    }

    private boolean metadata(String fields, HasMetadata live) {
        var partial = read("metadata:\n" + (fields + "\nname: c").indent(2));
        return comparison.beyond(partial, live, FieldManagers.ATOLL).isPresent();
    }

    private static HasMetadata live(String size, String metadata) {
        return read("metadata:\n" + ("name: c\nuid: x\n" + metadata).indent(2)
                + "spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}".formatted(size));
    }

    private static HasMetadata read(String yaml) {
        return SERIALIZATION.unmarshal(
                "apiVersion: v1\nkind: PersistentVolumeClaim\n" + yaml, PersistentVolumeClaim.class);
    }
}
