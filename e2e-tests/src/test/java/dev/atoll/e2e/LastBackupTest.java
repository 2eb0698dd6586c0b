// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A database with deletionPolicy Snapshot: it is waited for until its last backup was restored for trial, or nobody wants that. */
@UseOperator
class LastBackupTest {
    private static final String KIND = "ServiceDatabase";
    private static final String FINALIZER = "atoll.dev/last-backup";

    private final ControlPlane controlPlane;
    private final TestNamespace namespace;

    LastBackupTest(ControlPlane controlPlane, TestNamespace namespace) {
        this.controlPlane = controlPlane;
        this.namespace = namespace;
    }

    @Test
    void onlyADatabaseWithThatPolicyIsHeld() {
        create(namespace, "held", "Retain");
        assertThat(finalizers("held")).isEmpty();
        apply(namespace, "held", "Snapshot");
        eventually().until(() -> finalizers("held").contains(FINALIZER));
        apply(namespace, "held", "Delete");
        eventually().until(() -> finalizers("held").isEmpty());
    }

    @Test
    void theVolumeGoesAfterItsBackupWasRestoredForTrialAndNotBefore() {
        create(namespace, "leaving", "Snapshot");
        assertThat(finalizers("leaving")).contains(FINALIZER);
        var claim = uid(find(PersistentVolumeClaim.class, "data-leaving-0"));
        // Then the garbage collector takes the StatefulSet away first.
        database(namespace, "leaving")
                .withPropagationPolicy(DeletionPropagation.FOREGROUND)
                .delete();
        eventually().until(() -> {
            Kubelet.makeDatabaseReady(namespace, "leaving");
            return !backupsOf("leaving").isEmpty();
        });
        var backup = backupsOf("leaving").getFirst().getMetadata();
        assertThat(Conditions.await(namespace, KIND, "leaving", "Ready=False/Deleting"))
                .contains(backup.getName(), "spec.deletionPolicy");
        Kubelet.succeed(namespace, backup.getName());
        Conditions.await(namespace, "DatabaseBackup", backup.getName(), "Ready=True/Succeeded");
        var drill = "leaving-drill-" + backup.getUid().substring(0, 8);
        eventually().until(() -> exists("DatabaseRestore", drill));
        assertThat(find(PersistentVolumeClaim.class, "data-leaving-0")
                        .getMetadata()
                        .getOwnerReferences())
                .isEmpty();
        assertThat(exists(KIND, "leaving")).isTrue();

        Kubelet.succeed(namespace, drill);
        eventually().until(() -> !exists(KIND, "leaving"));
        eventually().until(() -> {
            Kubelet.endDatabase(namespace, "leaving");
            return get(PersistentVolumeClaim.class, "data-leaving-0").isEmpty()
                    && get(Secret.class, "leaving-binding").isEmpty()
                    && !exists("DatabaseRestore", drill);
        });
        assertThat(backupsOf("leaving")).singleElement().satisfies(left -> {
            assertThat(left.getMetadata().getUid()).isEqualTo(backup.getUid());
            assertThat(left.getMetadata().getOwnerReferences()).isEmpty();
        });

        create(namespace, "leaving", "Snapshot");
        assertThat(uid(find(PersistentVolumeClaim.class, "data-leaving-0"))).isNotEqualTo(claim);
        Conditions.await(namespace, KIND, "leaving", "Programmed=True/Programmed");
    }

    @Test
    void anotherPolicyLetsItGoAtOnce() {
        create(namespace, "spared", "Snapshot");
        create(namespace, "unloved", "Snapshot");
        var claim = uid(find(PersistentVolumeClaim.class, "data-spared-0"));
        List.of("spared", "unloved").forEach(name -> {
            Manifests.delete(namespace, KIND, name);
            // Its pod is not ready.
            Conditions.await(namespace, KIND, name, "Ready=False/Deleting");
        });
        apply(namespace, "spared", "Retain");
        apply(namespace, "unloved", "Delete");
        eventually().until(() -> !exists(KIND, "spared") && !exists(KIND, "unloved"));
        eventually().until(() -> {
            Kubelet.endDatabase(namespace, "unloved");
            return get(PersistentVolumeClaim.class, "data-unloved-0").isEmpty()
                    && get(Secret.class, "unloved-binding").isEmpty();
        });
        var kept = find(PersistentVolumeClaim.class, "data-spared-0");
        assertThat(uid(kept)).isEqualTo(claim);
        assertThat(kept.getMetadata().getOwnerReferences()).isEmpty();
        assertThat(kept.isMarkedForDeletion()).isFalse();
        assertThat(find(Secret.class, "spared-binding").isMarkedForDeletion()).isFalse();
    }

    @Test
    void itsNamespaceDoesNotWait() {
        var ending = TestNamespace.create(controlPlane, "ending");
        create(ending, "waiting", "Snapshot");
        create(ending, "held", "Snapshot");
        Manifests.delete(ending, KIND, "waiting");
        Conditions.await(ending, KIND, "waiting", "Ready=False/Deleting");
        ending.delete();
        eventually()
                .until(() -> controlPlane
                                .client()
                                .namespaces()
                                .withName(ending.name())
                                .get()
                        == null);
        assertThat(controlPlane
                        .client()
                        .events()
                        .v1()
                        .events()
                        .inNamespace("default")
                        .list()
                        .getItems())
                .filteredOn(event -> ending.name().equals(event.getRegarding().getName()))
                .extracting(event -> event.getNote())
                .anySatisfy(note -> assertThat(note).contains("ServiceDatabase waiting goes without a last backup"))
                .anySatisfy(note -> assertThat(note).contains("ServiceDatabase held goes without a last backup"));
    }

    private static void create(TestNamespace namespace, String name, String policy) {
        apply(namespace, name, policy);
        Conditions.await(namespace, KIND, name, "Programmed=True/Programmed");
    }

    private static void apply(TestNamespace namespace, String name, String policy) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: %1$s}
                spec:
                  service: %1$s
                  engine: PostgreSQL
                  version: "17"
                  storage: {size: 1Gi}
                  backup: {schedule: "@yearly", destination: {volume: {claimName: backups}}}
                  deletionPolicy: %2$s
                """.formatted(name, policy));
    }

    private List<String> finalizers(String name) {
        return database(namespace, name).require().getMetadata().getFinalizers();
    }

    private List<GenericKubernetesResource> backupsOf(String database) {
        return namespace
                .client()
                .genericKubernetesResources("atoll.dev/v1alpha1", "DatabaseBackup")
                .inNamespace(namespace.name())
                .list()
                .getItems()
                .stream()
                .filter(backup -> database.equals(backup.get("spec", "database")))
                .toList();
    }

    private boolean exists(String kind, String name) {
        return resource(namespace, kind, name).get() != null;
    }

    private static Resource<GenericKubernetesResource> database(TestNamespace namespace, String name) {
        return resource(namespace, KIND, name);
    }

    private static Resource<GenericKubernetesResource> resource(TestNamespace namespace, String kind, String name) {
        return namespace
                .client()
                .genericKubernetesResources("atoll.dev/v1alpha1", kind)
                .inNamespace(namespace.name())
                .withName(name);
    }

    private <T extends HasMetadata> T find(Class<T> kind, String name) {
        return get(kind, name).orElseThrow(() -> new AssertionError(kind.getSimpleName() + " " + name + " is missing"));
    }

    private <T extends HasMetadata> Optional<T> get(Class<T> kind, String name) {
        return Optional.ofNullable(namespace
                .client()
                .resources(kind)
                .inNamespace(namespace.name())
                .withName(name)
                .get());
    }

    private static String uid(HasMetadata object) {
        return object.getMetadata().getUid();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
