// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Chart;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A protected database outlives whoever wants it gone, its namespace included; the one beside it does not mind. */
@UseOperator
class DeletionProtectionTest {
    private static final String KIND = "ServiceDatabase";
    private static final String REMEDY = "is protected from deletion; set its spec.deletionProtection to false first";

    private final ControlPlane controlPlane;
    private final TestNamespace namespace;

    DeletionProtectionTest(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
        // One that goes in the test.
        this.namespace = TestNamespace.create(controlPlane, "protected");
    }

    @Test
    void refusesUntilItIsSwitchedOff() {
        Chart.installPolicies(controlPlane.client());
        apply("orders-db", true);
        apply("other-db", false);
        Stream.of("orders-db", "other-db")
                .forEach(name -> Conditions.await(namespace, KIND, name, "Programmed=True/Programmed"));
        eventually().until(() -> refusal(database("orders-db")).isPresent());

        assertThat(refusal(database("orders-db")))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("ServiceDatabase %s/orders-db %s".formatted(namespace.name(), REMEDY)));
        assertThat(refusal(claim("orders-db")))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains(
                                "PersistentVolumeClaim data-orders-db-0 belongs to ServiceDatabase %s/orders-db, which %s"
                                        .formatted(namespace.name(), REMEDY)));
        assertThat(refusal(secret("orders-db")))
                .hasValueSatisfying(message -> assertThat(message).contains("Secret orders-db-binding", REMEDY));
        assertThat(Stream.of(claim("other-db"), secret("other-db"), database("other-db")))
                .allSatisfy(other -> assertThat(refusal(other)).isEmpty());

        namespace.delete();
        eventually().until(() -> said().contains(REMEDY));
        assertThat(Stream.of(claim("orders-db"), secret("orders-db"), database("orders-db")))
                .allSatisfy(kept -> assertThat(kept.require().getMetadata().getDeletionTimestamp())
                        .isNull());

        apply("orders-db", false);
        eventually()
                .until(() -> controlPlane
                                .client()
                                .namespaces()
                                .withName(namespace.name())
                                .get()
                        == null);
    }

    /** Why it may not be deleted, if it may not; it stays either way. */
    private static Optional<String> refusal(Resource<?> object) {
        try {
            object.dryRun().delete();
            return Optional.empty();
        } catch (KubernetesClientException e) {
            return Optional.of(e.getStatus().getMessage());
        }
    }

    /** What the namespace says of what it still has. */
    private String said() {
        return controlPlane
                .client()
                .namespaces()
                .withName(namespace.name())
                .require()
                .getStatus()
                .getConditions()
                .toString();
    }

    private void apply(String name, boolean isProtected) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: %s}
                spec: {service: %s, engine: PostgreSQL, version: '17', storage: {size: 1Gi}, deletionProtection: %s}
                """.formatted(name, name.replace("-db", ""), isProtected));
    }

    private Resource<GenericKubernetesResource> database(String name) {
        return namespace
                .client()
                .genericKubernetesResources("atoll.dev/v1alpha1", KIND)
                .inNamespace(namespace.name())
                .withName(name);
    }

    private Resource<PersistentVolumeClaim> claim(String database) {
        return namespace.client().persistentVolumeClaims().withName("data-" + database + "-0");
    }

    private Resource<Secret> secret(String database) {
        return namespace.client().secrets().withName(database + "-binding");
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
