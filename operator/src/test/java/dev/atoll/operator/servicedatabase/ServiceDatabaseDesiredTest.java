// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static dev.atoll.operator.servicedatabase.Given.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Desired.Amendment;
import dev.atoll.operator.line.Desired.Part;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made once, what it is amended with, and what never happens to it. */
class ServiceDatabaseDesiredTest {
    private static final String PASSWORD = "correctHorseBatteryStaple000000000";

    @Test
    void credentialsComeBeforeTheVolumeAndBothBeforeEverythingElse() {
        var desired = desired(database(""));
        assertThat(desired.once())
                .<Class<?>>extracting(Desired.Once::kind)
                .containsExactly(Secret.class, Secret.class, PersistentVolumeClaim.class);
        assertThat(desired.objects()).extracting(HasMetadata::getKind).endsWith("StatefulSet");
    }

    @Test
    void neitherDataNorCredentialsNorTheStatefulSetAreEverPruned() {
        assertThat(desired(database("")).prunable())
                .isNotEmpty()
                .doesNotContain(Secret.class, PersistentVolumeClaim.class, StatefulSet.class);
    }

    @Test
    void thePasswordIsMadeOnlyWhenTheSecretIs() {
        var made = new AtomicInteger();
        var given = database("");
        var desired =
                ServiceDatabaseDesired.of(given.observed(), given.checked(), () -> PASSWORD + made.incrementAndGet());
        assertThat(made).hasValue(0);
        assertThat(desired.once())
                .filteredOn(once -> once.kind() == Secret.class)
                .extracting(once -> entry((Secret) once.content().get(), "password"))
                .containsExactly(PASSWORD + "1", PASSWORD + "2");
    }

    @Test
    void thePasswordStandsInTheSecretAndNowhereElse() {
        var desired = desired(database(""));
        assertThat(entry(binding(desired), "uri"))
                .isEqualTo("postgresql://orders:" + PASSWORD + "@orders-db.shop.svc:5432/orders");
        assertThat(desired.toString()).doesNotContain(PASSWORD).doesNotContain(encoded(PASSWORD));
        assertThat(desired.once().getLast().content().get().toString()).doesNotContain(PASSWORD);
    }

    @Test
    void theSecretIsAServiceBinding() {
        var secret = binding(desired(database("")));
        assertThat(secret.getType()).isEqualTo("servicebinding.io/postgresql");
        assertThat(secret.getData())
                .containsOnlyKeys("type", "provider", "host", "port", "database", "username", "password", "uri");
        assertThat(entry(secret, "provider")).isEqualTo("atoll");
    }

    @Test
    void whatIsMadeOnceHasNoOwnerAndSaysWhomItBelongsTo() {
        assertThat(desired(database("deletionPolicy: Delete")).once()).allSatisfy(once -> {
            var metadata = once.content().get().getMetadata();
            assertThat(metadata.getOwnerReferences()).isEmpty();
            assertThat(metadata.getAnnotations()).containsEntry("atoll.dev/belongs-to", "ServiceDatabase/orders-db");
            assertThat(metadata.getLabels()).containsEntry("app.kubernetes.io/managed-by", "atoll");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deletionPolicy: Retain"})
    void whatIsKeptHasNoOwner(String policy) {
        assertThat(owners(desired(database(policy)))).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsToBeDeletedWithTheResourceHasItAsItsOwner() {
        assertThat(owners(desired(database("deletionPolicy: Delete")))).containsExactly(1, 1, 1);
    }

    @Test
    void amendmentsNeverHoldTheContentOfTheSecret() {
        assertThat(desired(database("")).amendments())
                .extracting(Amendment::object)
                .filteredOn(Secret.class::isInstance)
                .allSatisfy(secret -> assertThat(((Secret) secret).getData()).isNullOrEmpty());
    }

    @Test
    void dataIsReleasedEvenWhenTheRestOfTheSpecIsRefused() {
        var desired = desired(database("deletionPolicy: Retain, parameters: {port: '1'}")
                .withClaim(Given.ownedBy(null))
                .withSecret());
        assertThat(desired.objects()).isEmpty();
        assertThat(desired.once()).isEmpty();
        assertThat(owners(desired)).containsExactly(0, 0);
        assertThat(desired.amendments().getLast().object().getMetadata().getAnnotations())
                .containsEntry("atoll.dev/version", "17.2");
    }

    @Test
    void nothingIsReleasedWhileTheSpecStillSaysDelete() {
        var given = database("deletionPolicy: Delete, parameters: {port: '1'}")
                .withClaim(Given.ownedBy(null))
                .withSecret();
        assertThat(desired(given)).isEqualTo(Desired.untouched());
    }

    @Test
    void nothingIsTouchedWhilePaused() {
        assertThat(desired(database("paused: true").withClaim("").withSecret())).isEqualTo(Desired.untouched());
    }

    @Test
    void aSecretMayBeMadeWhileThereIsNoData() {
        assertThat(desired(database("")).once().getFirst().lost()).isEmpty();
    }

    @Test
    void aSecretIsNeverMadeAnewForDataThatIsThere() {
        assertThat(desired(database("").withClaim("")).once().getFirst().lost())
                .map(Blocked::reason)
                .hasValue(Reason.CredentialsLost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deletionTimestamp: '2026-01-03T00:00:00Z'", "OWNED BY AN EARLIER RESOURCE"})
    void aSecretWaitsUntilDataThatIsOnItsWayOutIsGone(String metadata) {
        var given = database("").withClaim(metadata.startsWith("OWNED") ? Given.ownedBy("an-earlier-one") : metadata);
        assertThat(desired(given).once().getFirst().lost()).map(Blocked::reason).hasValue(Reason.Waiting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deletionTimestamp: '2026-01-03T00:00:00Z'"})
    void dataWhoseOwnerAdministratesItGetsNoAdministrator(String metadata) {
        var desired = desired(database("").withClaim(metadata));
        assertThat(desired.once())
                .extracting(Desired.Once::name)
                .containsExactly("orders-db-binding", "data-orders-db-0");
        assertThat(desired.objects()).extracting(HasMetadata::getKind).doesNotContain("ConfigMap");
    }

    @Test
    void theSizeIsAnAmendmentOfItsOwnSoThatItsRefusalHoldsNothingBack() {
        var size = desired(database("").withClaim("").withSecret()).amendments().stream()
                .filter(amendment -> amendment.part() == Part.SIZE)
                .toList();
        assertThat(size).singleElement().satisfies(amendment -> {
            assertThat(amendment.remedy()).contains("allowVolumeExpansion");
            assertThat(amendment.object().getMetadata().getAnnotations()).isNullOrEmpty();
        });
    }

    private static Desired desired(Given given) {
        return ServiceDatabaseDesired.of(given.observed(), given.checked(), () -> PASSWORD);
    }

    /** What the service logs in with; the administrator's Secret comes before it. */
    private static Secret binding(Desired desired) {
        return (Secret) desired.once().get(1).content().get();
    }

    /** How many owners the Secrets and the claim are to have. */
    private static List<Integer> owners(Desired desired) {
        return desired.amendments().stream()
                .filter(amendment -> amendment.part() == Part.METADATA)
                .map(amendment ->
                        amendment.object().getMetadata().getOwnerReferences().size())
                .toList();
    }

    private static String entry(Secret secret, String key) {
        return new String(Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
