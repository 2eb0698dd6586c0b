// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
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

/** A database that lives elsewhere: what its owner is given, and when. */
@UseOperator
class ExternalDatabaseTest {
    private static final String KIND = "ServiceDatabase";
    private static final String MADE_FROM = "atoll.dev/made-from";
    private static final String ROTATION = "atoll.dev/rotation";

    private final TestNamespace namespace;

    ExternalDatabaseTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @Test
    void isBoundAsSoonAsItsSecretIsOfUse() {
        apply("late", "late-login");
        assertThat(Conditions.await(namespace, KIND, "late", "Ready=False/SecretNotFound"))
                .contains("Secret late-login does not exist in this namespace; create it with the keys");
        Conditions.await(namespace, KIND, "late", "ResolvedRefs=False/SecretNotFound");

        put("late-login", Map.of("username", "ada", "password", "secret words\n"));
        assertThat(Conditions.await(namespace, KIND, "late", "Ready=False/SecretInvalid"))
                .contains("Secret late-login has under password")
                .doesNotContain("secret words");
        assertThat(get(Secret.class, "late-binding")).isEmpty();

        put("late-login", Map.of("username", "ada", "password", "secret words"));
        Conditions.await(namespace, KIND, "late", "Ready=True/Ready");
        assertThat(value("late", "uri")).isEqualTo("postgresql://ada:secret%20words@db.example.com:5432/orders");
        assertThat(find(Secret.class, "late-binding").getType()).isEqualTo("servicebinding.io/postgresql");
        assertThat(get(StatefulSet.class, "late")).isEmpty();
        assertThat(get(Service.class, "late")).isEmpty();
        assertThat(get(PersistentVolumeClaim.class, "data-late-0")).isEmpty();

        Manifests.delete(namespace, KIND, "late");
        eventually().until(() -> get(Secret.class, "late-binding").isEmpty());
    }

    @Test
    void restartsItsOwnerForOtherContentAlone() {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders}
                spec: {image: "registry.example.com/shop/orders:1"}
                """);
        put("changing-login", Map.of("username", "ada", "password", "first"));
        apply("changing", "changing-login");
        Conditions.await(namespace, KIND, "changing", "Ready=True/Ready");
        eventually()
                .until(() -> find(Deployment.class, "orders").getSpec().getTemplate().getSpec().getVolumes().stream()
                        .anyMatch(volume -> volume.getName().equals("binding-changing")));
        var deployment = find(Deployment.class, "orders").getMetadata().getGeneration();
        var madeFrom = annotation("changing", MADE_FROM);

        // The same content under another version is only noted.
        label("changing-login");
        eventually().until(() -> !annotation("changing", MADE_FROM).equals(madeFrom));
        assertThat(annotation("changing", ROTATION)).isEmpty();
        assertThat(value("changing", "password")).isEqualTo("first");
        assertThat(find(Deployment.class, "orders").getMetadata().getGeneration())
                .isEqualTo(deployment);

        put("changing-login", Map.of("username", "ada", "password", "second"));
        eventually().until(() -> value("changing", "password").equals("second"));
        var rotation = annotation("changing", ROTATION);
        assertThat(rotation).isPresent();
        eventually()
                .until(() -> rotation.equals(Optional.ofNullable(find(Deployment.class, "orders")
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getAnnotations()
                        .get("credentials.atoll.dev/changing"))));

        // What was given out stays when it can no longer be made.
        namespace.client().resource(find(Secret.class, "changing-login")).delete();
        assertThat(Conditions.await(namespace, KIND, "changing", "Ready=False/SecretNotFound"))
                .contains("stays as it was made last");
        assertThat(value("changing", "password")).isEqualTo("second");
    }

    @Test
    void doesNotWriteOverThePasswordOfKeptData() {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: kept}
                spec: {service: orders, engine: PostgreSQL, version: "17", storage: {size: 1Gi}}
                """);
        Conditions.await(namespace, KIND, "kept", "Programmed=True/Programmed");
        var password = value("kept", "password");
        Manifests.delete(namespace, KIND, "kept");
        eventually().until(() -> get(StatefulSet.class, "kept").isEmpty());

        put("kept-login", Map.of("username", "ada", "password", "other"));
        apply("kept", "kept-login");
        assertThat(Conditions.await(namespace, KIND, "kept", "Accepted=False/Conflict"))
                .contains("PersistentVolumeClaim data-kept-0 and Secret kept-binding");
        assertThat(value("kept", "password")).isEqualTo(password);
    }

    private void apply(String name, String secret) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: %s}
                spec:
                  service: orders
                  engine: PostgreSQL
                  provider: External
                  external: {host: db.example.com, database: orders, credentials: {secretName: %s}}
                """.formatted(name, secret));
    }

    private void put(String name, Map<String, String> content) {
        namespace
                .client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace.name())
                        .endMetadata()
                        .withStringData(content)
                        .build())
                .fieldManager("a-user")
                .forceConflicts()
                .serverSideApply();
    }

    private void label(String secret) {
        namespace
                .client()
                .secrets()
                .inNamespace(namespace.name())
                .withName(secret)
                .edit(found -> new SecretBuilder(found)
                        .editMetadata()
                        .addToLabels("team", "blue")
                        .endMetadata()
                        .build());
    }

    private Optional<String> annotation(String database, String key) {
        return Optional.ofNullable(find(Secret.class, database + "-binding")
                .getMetadata()
                .getAnnotations()
                .get(key));
    }

    private String value(String database, String key) {
        var data = find(Secret.class, database + "-binding").getData();
        return new String(Base64.getDecoder().decode(data.get(key)), StandardCharsets.UTF_8);
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

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
