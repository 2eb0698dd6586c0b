// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A ServiceDatabase's data and credentials: made once, kept, taken over, and gone only when that was asked for. */
@UseOperator
class ServiceDatabaseTest {
    private static final String KIND = "ServiceDatabase";

    private final TestNamespace namespace;

    ServiceDatabaseTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @Test
    void runsInANamespaceThatEnforcesTheRestrictedStandard() {
        namespace
                .client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace.name())
                        .withLabels(Map.of("pod-security.kubernetes.io/enforce", "restricted"))
                        .endMetadata()
                        .build())
                .fieldManager("a-user")
                .serverSideApply();
        create("restricted", "version: '18'");
        eventually().until(() -> exists(Pod.class, "restricted-0"));
        assertThat(exists(Service.class, "restricted-headless")).isTrue();
    }

    @Test
    void keepsDataAndCredentialsWhenItGoesAndGivesThemToItsSuccessor() {
        create("kept", "version: '17'");
        var claim = find(PersistentVolumeClaim.class, "data-kept-0");
        var credentials = find(Secret.class, "kept-binding").getData();
        delete("kept");
        assertThat(find(PersistentVolumeClaim.class, "data-kept-0").isMarkedForDeletion())
                .isFalse();

        apply("kept", "version: '17'");
        var message = Conditions.await(namespace, KIND, "kept", "Programmed=True/Adopted");
        assertThat(message).contains("data-kept-0").contains("kept-binding");
        assertThat(find(Secret.class, "kept-binding").getData()).isEqualTo(credentials);
        assertThat(uid(find(PersistentVolumeClaim.class, "data-kept-0"))).isEqualTo(uid(claim));
    }

    @Test
    void refusesToOpenKeptDataOfAnotherMajorVersion() {
        create("old-data", "version: '16.4'");
        delete("old-data");
        apply("old-data", "version: '17'");
        assertThat(Conditions.await(namespace, KIND, "old-data", "Accepted=False/FeatureNotSupported"))
                .contains("spec.version", "16.4");
        assertThat(exists(StatefulSet.class, "old-data")).isFalse();
    }

    @Test
    void takesEverythingAwayWhenAskedTo() {
        create("temporary", "version: '17', deletionPolicy: Delete");
        eventually().until(() -> isOwned(PersistentVolumeClaim.class, "data-temporary-0"));
        delete("temporary");
        eventually()
                .until(() -> !exists(Secret.class, "temporary-binding")
                        && !exists(PersistentVolumeClaim.class, "data-temporary-0"));
    }

    @Test
    void keepsTheDataWhenTheMindIsChangedEvenToWhatIsRefused() {
        create("spared", "version: '17', deletionPolicy: Delete");
        var credentials = find(Secret.class, "spared-binding").getData();
        eventually().until(() -> isOwned(Secret.class, "spared-binding"));
        apply("spared", "version: '17', deletionPolicy: Retain, parameters: {port: '1'}");
        Conditions.await(namespace, KIND, "spared", "Accepted=False/Invalid");
        eventually()
                .until(() -> !isOwned(Secret.class, "spared-binding")
                        && !isOwned(PersistentVolumeClaim.class, "data-spared-0"));
        assertThat(find(Secret.class, "spared-binding").getData()).isEqualTo(credentials);
    }

    @Test
    void leavesAForeignSecretAloneAndStartsNothing() {
        var foreign = new SecretBuilder()
                .withNewMetadata()
                .withName("taken-binding")
                .endMetadata()
                .withStringData(Map.of("password", "somebody else's"))
                .build();
        var before = namespace.client().resource(foreign).create();
        apply("taken", "version: '17'");
        Conditions.await(namespace, KIND, "taken", "Programmed=False/NotOwned");
        assertThat(find(Secret.class, "taken-binding").getMetadata().getResourceVersion())
                .isEqualTo(before.getMetadata().getResourceVersion());
        assertThat(exists(StatefulSet.class, "taken")).isFalse();
        assertThat(exists(PersistentVolumeClaim.class, "data-taken-0")).isFalse();

        namespace.client().resource(before).delete();
        Conditions.await(namespace, KIND, "taken", "Programmed=True/Programmed");
    }

    @Test
    void startsNothingOnAForeignVolume() {
        namespace
                .client()
                .resource(new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withName("data-squatted-0")
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes("ReadWriteOnce")
                        .withNewResources()
                        .withRequests(Map.of("storage", new Quantity("1Gi")))
                        .endResources()
                        .endSpec()
                        .build())
                .create();
        apply("squatted", "version: '17'");
        assertThat(Conditions.await(namespace, KIND, "squatted", "Programmed=False/NotOwned"))
                .contains("PersistentVolumeClaim data-squatted-0");
        assertThat(exists(StatefulSet.class, "squatted")).isFalse();
    }

    @Test
    void makesNoNewPasswordForDataThatIsThere() {
        create("careless", "version: '17'");
        namespace.client().resource(find(Secret.class, "careless-binding")).delete();
        assertThat(Conditions.await(namespace, KIND, "careless", "Ready=False/CredentialsLost"))
                .contains("careless-binding", "data-careless-0");
        assertThat(exists(Secret.class, "careless-binding")).isFalse();
    }

    @Test
    void isMadeWithAPasswordOfOnesOwnAsSoonAsThereIsOne() {
        apply("own", "version: '17', credentials: {secretName: own-password}");
        assertThat(Conditions.await(namespace, KIND, "own", "Ready=False/SecretNotFound"))
                .contains("Secret own-password does not exist");
        put("own-password", "two words");
        assertThat(Conditions.await(namespace, KIND, "own", "ResolvedRefs=False/SecretInvalid"))
                .doesNotContain("two words");
        assertThat(exists(PersistentVolumeClaim.class, "data-own-0")).isFalse();

        put("own-password", "one-word");
        Conditions.await(namespace, KIND, "own", "Programmed=True/Programmed");
        var data = find(Secret.class, "own-binding").getData();
        assertThat(new String(Base64.getDecoder().decode(data.get("uri")), StandardCharsets.UTF_8))
                .isEqualTo("postgresql://orders:one-word@own.%s.svc:5432/orders".formatted(namespace.name()));
        assertThat(find(Secret.class, "own-administrator").getData().get("password"))
                .isNotEqualTo(data.get("password"));
        assertThat(exists(StatefulSet.class, "own")).isTrue();
    }

    @Test
    void isNotMountedByItsOwnerWhileItIsRefused() {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: reports}
                spec: {image: "registry.example.com/shop/reports:1"}
                """);
        Manifests.apply(namespace, database("refused", "reports", "version: '14'"));
        Conditions.await(namespace, KIND, "refused", "Accepted=False/EngineNotSupported");
        eventually()
                .untilAsserted(() -> assertThat(find(Deployment.class, "reports")
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getVolumes())
                        .noneMatch(volume -> volume.getSecret() != null));
    }

    private void put(String secret, String password) {
        namespace
                .client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(secret)
                        .endMetadata()
                        .withStringData(Map.of("password", password))
                        .build())
                .fieldManager("a-user")
                .forceConflicts()
                .serverSideApply();
    }

    private void create(String name, String fields) {
        apply(name, fields);
        Conditions.await(namespace, KIND, name, "Programmed=True/Programmed");
    }

    private void apply(String name, String fields) {
        Manifests.apply(namespace, database(name, "orders", fields));
    }

    private static String database(String name, String service, String fields) {
        return """
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: %s}
                spec: {service: %s, engine: PostgreSQL, storage: {size: 1Gi}, %s}
                """.formatted(name, service, fields);
    }

    /** Deletes a database and waits until what goes with it is gone; there is no kubelet to end its pod. */
    private void delete(String name) {
        Manifests.delete(namespace, KIND, name);
        eventually().until(() -> !exists(StatefulSet.class, name));
        namespace
                .client()
                .pods()
                .inNamespace(namespace.name())
                .withName(name + "-0")
                .withGracePeriod(0)
                .delete();
        eventually().until(() -> !exists(Pod.class, name + "-0"));
    }

    private boolean isOwned(Class<? extends HasMetadata> kind, String name) {
        return !find(kind, name).getMetadata().getOwnerReferences().isEmpty();
    }

    private boolean exists(Class<? extends HasMetadata> kind, String name) {
        return get(kind, name).isPresent();
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
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
