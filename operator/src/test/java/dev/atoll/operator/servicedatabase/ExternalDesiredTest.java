// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Desired.Content;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the Secret of an owner is made whose database lives elsewhere, and what is in it. */
class ExternalDesiredTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String BLOB = Base64.getEncoder().encodeToString(new byte[] {0, (byte) 0xff, 7});

    private Optional<Secret> source = Optional.of(source("7"));
    private Optional<Secret> binding = Optional.empty();
    private String host = "db.example.com";

    @Test
    void theOwnersSecretHasWhatIsAskedForAndNothingElse() {
        var once = desired().once().getFirst();
        var data = once.derivation()
                .orElseThrow()
                .form()
                .apply(source.orElseThrow().getData());

        assertThat(decoded(data, "uri")).isEqualTo("postgresql://ada:a%2Fb%20c@db.example.com:5432/orders");
        assertThat(decoded(data, "password")).isEqualTo("a/b c");
        assertThat(decoded(data, "provider")).isEqualTo("external");
        assertThat(data)
                .containsOnlyKeys(
                        "type", "provider", "host", "port", "database", "username", "password", "uri", "keystore.p12")
                .containsEntry("keystore.p12", BLOB);
    }

    @Test
    void itGoesWithItsResource() {
        var secret = desired().once().getFirst().content().get();

        assertThat(secret.getMetadata().getOwnerReferences()).hasSize(1);
        assertThat(secret.getMetadata().getLabels()).containsEntry("app.kubernetes.io/managed-by", "atoll");
        assertThat(secret.getMetadata().getAnnotations()).doesNotContainKey("atoll.dev/rotation");
    }

    @Test
    void whatItIsMadeFromIsWrittenOnceAndThenNothingIs() {
        given();

        assertThat(desired().replacements()).isEmpty();
    }

    @Test
    void anotherVersionOfTheSourceOrAnotherPlaceIsGivenOut() {
        given();
        source = Optional.of(source("8"));
        assertThat(desired().replacements()).hasSize(1);

        source = Optional.of(source("7"));
        host = "other.example.com";
        var replacement = desired().replacements().getFirst();
        assertThat(replacement.secret().getMetadata().getAnnotations())
                .containsEntry("atoll.dev/rotation", "2026-03-01T10:00:00.123456Z")
                .containsEntry("atoll.dev/in-use-since", "2026-03-01T10:00:00Z");
    }

    @Test
    void whatIsTheSameRestartsNobody() {
        given();
        source = Optional.of(source("8"));
        var content = (Content.Derived) desired().replacements().getFirst().content();

        assertThat(content.isSame().test(Map.of("a", "1"), Map.of("a", "1"))).isTrue();
        assertThat(content.isSame().test(Map.of("a", "1"), Map.of("a", "1", "b", "2")))
                .isFalse();
        assertThat(content.note().getMetadata().getAnnotations()).containsOnlyKeys("atoll.dev/made-from");
        assertThat(content.note().getData()).isNullOrEmpty();
    }

    @Test
    void nothingIsTouchedWhileTheSourceIsOfNoUse() {
        given();
        source = Optional.of(
                new SecretBuilder(source("8")).addToData("password", "").build());
        assertThat(desired()).isEqualTo(Desired.untouched());

        source = Optional.empty();
        assertThat(desired()).isEqualTo(Desired.untouched());
        var validated = (Validated.Valid<DatabaseModel>) ServiceDatabaseChecks.check(observed(), Given.tool());
        assertThat(validated.unresolved().getFirst().reason()).isEqualTo(Reason.SecretNotFound);
    }

    @Test
    void whatWasFitWhenItWasSeenIsJudgedAgainWhenItIsRead() {
        var isFit = desired().once().getFirst().derivation().orElseThrow().isFit();

        assertThat(isFit.test(SecretFacts.of(source("9")))).isTrue();
        assertThat(isFit.test(SecretFacts.of(new SecretBuilder(source("9"))
                        .addToData(
                                "password", Base64.getEncoder().encodeToString("a\n".getBytes(StandardCharsets.UTF_8)))
                        .build())))
                .isFalse();
        assertThat(isFit.test(SecretFacts.of(new SecretBuilder(source("9"))
                        .editMetadata()
                        .addToLabels("app.kubernetes.io/managed-by", "atoll")
                        .endMetadata()
                        .build())))
                .isFalse();
    }

    /** The owner's Secret is there, made from what there is now. */
    private void given() {
        binding = Optional.of((Secret) desired().once().getFirst().content().get());
    }

    private Desired desired() {
        var observed = observed();
        return ServiceDatabaseDesired.of(observed, ServiceDatabaseChecks.check(observed, Given.tool()), () -> {
            throw new AssertionError("a password is made up");
        });
    }

    private ServiceDatabaseObserved observed() {
        var database = YAML.unmarshal("""
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: orders-db, namespace: shop, uid: a}
                spec:
                  service: orders
                  engine: PostgreSQL
                  provider: External
                  external:
                    host: %s
                    database: orders
                    credentials: {secretName: cloud-orders, furtherKeys: [keystore.p12]}
                """.formatted(host), ServiceDatabase.class);
        var known = new KnownSecrets(
                source.map(SecretFacts::of)
                        .map(facts -> Map.of("cloud-orders", facts))
                        .orElse(Map.of()),
                true);
        return new ServiceDatabaseObserved(
                database,
                Optional.empty(),
                List.of(database),
                Optional.empty(),
                new DataClaims("data-orders-db-0", Optional.empty()),
                binding,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                LoginObserved.none(),
                known,
                Optional.empty(),
                InitializationObserved.none(),
                Instant.parse("2026-03-01T10:00:00.123456Z"));
    }

    private static Secret source(String version) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName("cloud-orders")
                .withResourceVersion(version)
                .endMetadata()
                .addToData("username", encoded("ada"))
                .addToData("password", encoded("a/b c"))
                .addToData("keystore.p12", BLOB)
                .addToData("other", encoded("nobody asks for this"))
                .build();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(Map<String, String> data, String key) {
        return new String(Base64.getDecoder().decode(data.get(key)), StandardCharsets.UTF_8);
    }
}
