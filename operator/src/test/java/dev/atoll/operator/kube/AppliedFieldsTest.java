// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Judged by objects as a real API server answers them ({@code kubectl get -o yaml --show-managed-fields}) after
 * {@code kubectl apply --server-side --field-manager=atoll} of {@code applied.yaml} and changes by others.
 */
class AppliedFieldsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/kube/applied");

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private final AppliedFields appliedFields = new AppliedFields(SERIALIZATION);

    @TestFactory
    Stream<DynamicTest> readsBackWhatWasApplied() throws IOException {
        try (var folders = Files.list(SAMPLES)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(),
                            () -> assertThat(applied(read(folder.resolve("live.yaml"), HasMetadata.class)))
                                    .isEqualTo(desired(read(folder.resolve("applied.yaml"), HasMetadata.class)))));
        }
    }

    @Test
    void seesThatSomebodyChangedAFieldOfOurs() throws IOException {
        var live = read(SAMPLES.resolve("configmap/live.yaml"), ConfigMap.class);
        var before = applied(live);

        live.setData(Map.of("orders.properties", "vat=0.07"));

        assertThat(applied(live)).isNotEqualTo(before);
    }

    @Test
    void seesThatSomebodyTookAFieldOfOurs() throws IOException {
        var live = read(SAMPLES.resolve("configmap/live.yaml"), ConfigMap.class);
        var before = applied(live);

        // A forced apply by another manager takes the field out of our set.
        live.getMetadata()
                .getManagedFields()
                .getFirst()
                .getFieldsV1()
                .getAdditionalProperties()
                .remove("f:data");

        assertThat(applied(live)).isNotEqualTo(before);
        assertThat(applied(live).has("data")).isFalse();
    }

    @Test
    void doesNotSeeWhatOthersAdd() throws IOException {
        var live = read(SAMPLES.resolve("deployment/live.yaml"), Deployment.class);
        var before = applied(live);

        live.getMetadata().getLabels().put("team", "blue");
        live.getSpec().getTemplate().getSpec().setHostname("x");
        live.getSpec().getTemplate().getSpec().getContainers().getFirst().setTerminationMessagePath("/dev/other");

        assertThat(applied(live)).isEqualTo(before);
    }

    @Test
    void doesNotCountReplicasThatOthersSet() throws IOException {
        var live = read(SAMPLES.resolve("deployment-scaled-by-others/live.yaml"), Deployment.class);

        assertThat(live.getSpec().getReplicas()).isEqualTo(5);
        assertThat(applied(live).at("/spec/replicas").isMissingNode()).isTrue();
    }

    @Test
    void seesTheOrderOfAListChange() throws IOException {
        var live = read(SAMPLES.resolve("deployment/live.yaml"), Deployment.class);
        var desired = read(SAMPLES.resolve("deployment/applied.yaml"), Deployment.class);

        var env = desired.getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv();
        env.addFirst(env.removeLast());

        assertThat(applied(live)).isNotEqualTo(desired(desired));
    }

    @Test
    void takesAnotherWayToWriteAQuantityForTheSame() throws IOException {
        var live = read(SAMPLES.resolve("deployment/live.yaml"), Deployment.class);
        var desired = read(SAMPLES.resolve("deployment/applied.yaml"), Deployment.class);
        var requests = desired.getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getResources()
                .getRequests();

        requests.put("cpu", new Quantity("1.25"));
        assertThat(desired(desired)).isEqualTo(applied(live));

        requests.put("cpu", new Quantity("1.26"));
        assertThat(desired(desired)).isNotEqualTo(applied(live));
    }

    @Test
    void tellsTheSameOfAnObjectAsCachesKeepIt() throws IOException {
        var live = read(SAMPLES.resolve("deployment/live.yaml"), Deployment.class);
        var summary = AppliedSummary.of(applied(live));

        new StoredForm(SERIALIZATION).reduce(live);
        assertThat(appliedFields.summary(live, FieldManagers.ATOLL)).isEqualTo(summary);

        new StoredForm(SERIALIZATION).reduce(live);
        assertThat(appliedFields.summary(live, FieldManagers.ATOLL)).isEqualTo(summary);
        assertThat(appliedFields.summary(live, FieldManagers.SIZE)).isEqualTo(AppliedSummary.NOTHING);
    }

    @Test
    void findsNothingInAnObjectThatAtollNeverApplied() throws IOException {
        var live = read(SAMPLES.resolve("configmap/live.yaml"), ConfigMap.class);
        var entry = live.getMetadata().getManagedFields().getFirst();

        entry.setManager("kubectl");
        assertThat(appliedFields.of(live, FieldManagers.ATOLL)).isEmpty();

        entry.setManager(FieldManagers.ATOLL);
        entry.setOperation("Update");
        assertThat(appliedFields.of(live, FieldManagers.ATOLL)).isEmpty();

        entry.setOperation("Apply");
        entry.setSubresource("status");
        assertThat(appliedFields.of(live, FieldManagers.ATOLL)).isEmpty();
    }

    private ObjectNode applied(HasMetadata live) {
        return AppliedForm.of(appliedFields.of(live, FieldManagers.ATOLL).orElseThrow());
    }

    private ObjectNode desired(HasMetadata object) {
        return AppliedForm.of(SERIALIZATION.convertValue(object, ObjectNode.class));
    }

    private <T extends HasMetadata> T read(Path file, Class<T> type) throws IOException {
        return type.cast(SERIALIZATION.unmarshal(Files.readString(file)));
    }
}
