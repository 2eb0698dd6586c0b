// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.Retention;
import dev.atoll.operator.servicedatabase.Departure.Backing;
import dev.atoll.operator.servicedatabase.Departure.Released;
import dev.atoll.operator.servicedatabase.Departure.Trying;
import dev.atoll.operator.servicedatabase.Departure.Waiting;
import dev.atoll.operator.servicedatabase.desired.LastDatabaseBackup.Attempt;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A database is deleted at twelve, with the policy Snapshot if nothing else is said; what has to be there before its data goes. */
class DepartureTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String TAKEN = "location: volume://backups/one, destination: {volume: {claimName: backups}}, ";

    private final List<DatabaseBackup> backups = new ArrayList<>();
    private final List<DatabaseRestore> restores = new ArrayList<>();
    private String policy = "Snapshot";
    private String fields = "";
    private String volume = "volume-1";
    private int readyServers = 1;
    private Optional<Namespace> namespace = Optional.empty();
    private String now = "2026-03-02T12:10:00Z";
    private long generation = 2;

    @Test
    void firstTheBackupIsTakenOfTheVolumeThatIsInUse() {
        assertThat(departure()).isEqualTo(new Backing(new Attempt("orders-db-last-a-1", 1, "volume-1", 2L)));
        backup(1, "volume-1", "Accepted", "");
        assertThat(waiting().message())
                .contains("DatabaseBackup orders-db-last-a-1, the last one, is being taken: as it was");
        assertThat(waiting().isStalled()).isFalse();
    }

    @Test
    void thenItIsRestoredForTrialAndOnlyThenMayTheDataGo() {
        var backup = backup(1, "volume-1", "Ready", TAKEN);
        assertThat(departure()).isEqualTo(new Trying(backup));
        assertThat(desired().amendments())
                .extracting(amendment ->
                        amendment.object().getMetadata().getOwnerReferences().size())
                .containsOnly(0);
        trial("Accepted", "volume://backups/one");
        assertThat(waiting().message()).contains("DatabaseRestore orders-db-drill-backup-1 tries whether");
        restores.clear();
        trial("Ready", "volume://backups/one");
        assertThat(released()).satisfies(released -> {
            assertThat(released.withData()).isTrue();
            assertThat(released.backup()).contains(backup);
        });
        assertThat(desired().objects()).isEmpty();
        assertThat(desired().amendments()).singleElement().satisfies(amendment -> {
            assertThat(amendment.object().getMetadata().getUid()).isEqualTo("volume-1");
            assertThat(amendment.object().getMetadata().getOwnerReferences()).hasSize(1);
        });
    }

    @Test
    void theTrialOfAnotherBackupCountsForNothing() {
        backup(1, "volume-1", "Ready", TAKEN);
        trial("Ready", "volume://backups/another");
        now = "2026-03-02T12:05:00Z";
        assertThat(waiting().message()).contains("it has read another backup");
        restores.getFirst().getMetadata().setName("orders-db-drill-backup-0");
        assertThat(departure()).isInstanceOf(Trying.class);
    }

    @Test
    void soDoesTheBackupOfAnotherVolumeOrOfAnEarlierDatabaseOfTheName() {
        backup(1, "volume-0", "Ready", TAKEN);
        assertThat(departure()).isEqualTo(new Backing(new Attempt("orders-db-last-a-2", 2, "volume-1", 2L)));
        backups.getFirst().getMetadata().getAnnotations().put("atoll.dev/made-for", "earlier");
        assertThat(departure()).isEqualTo(new Backing(new Attempt("orders-db-last-a-1", 1, "volume-1", 2L)));
    }

    @Test
    void aBackupOnTheVolumeThatGoesIsNone() {
        backup(
                1,
                "volume-1",
                "Ready",
                "location: volume://backups/one, destination: {volume: {claimName: data-orders-db-0}}, ");
        trial("Ready", "volume://backups/one");
        assertThat(waiting().reason()).isEqualTo(Reason.Conflict);
    }

    @Test
    void afterAFailureItIsTriedAgainLaterAndLater() {
        backup(1, "volume-1", "Stalled", "");
        now = "2026-03-02T12:05:00Z";
        assertThat(waiting().isStalled()).isTrue();
        assertThat(waiting().reason()).isEqualTo(Reason.Failed);
        // It failed at five past twelve, five minutes after the deletion.
        assertThat(waiting().until()).contains(Instant.parse("2026-03-02T12:10:00Z"));
        now = "2026-03-02T12:10:00Z";
        assertThat(departure()).isEqualTo(new Backing(new Attempt("orders-db-last-a-2", 2, "volume-1", 2L)));
    }

    @Test
    void andAtOnceWhenTheSpecWasEdited() {
        backup(1, "volume-1", "Ready", TAKEN);
        trial("Stalled", "volume://backups/one");
        now = "2026-03-02T12:05:00Z";
        assertThat(waiting().reason()).isEqualTo(Reason.DrillFailed);
        assertThat(waiting().isStalled()).isTrue();
        generation = 3;
        assertThat(departure()).isEqualTo(new Backing(new Attempt("orders-db-last-a-2", 2, "volume-1", 3L)));
    }

    @Test
    void ofTheAttemptsThatFailedTheLastOneIsKept() {
        backup(1, "volume-1", "Stalled", "");
        assertThat(LastBackup.expired(observed())).isEmpty();
        backup(2, "volume-1", "Stalled", "");
        backup(3, "volume-1", "Accepted", "");
        assertThat(LastBackup.expired(observed()).map(HasMetadata::getMetadata).map(metadata -> metadata.getName()))
                .containsExactly("orders-db-last-a-1", "orders-db-last-a-2");
    }

    @Test
    void aRecordOfWhatWasTakenNeverExpires() {
        backup(1, "volume-1", "Ready", TAKEN);
        backup(2, "volume-1", "Stalled", "");
        assertThat(LastBackup.expired(observed())).isEmpty();
        assertThat(BackupSchedule.expired(observed(), new Retention(1, Optional.empty())))
                .isEmpty();
    }

    @Test
    void aRecordThatIsBeingDeletedIsNone() {
        backup(1, "volume-1", "Ready", TAKEN).getMetadata().setDeletionTimestamp("2026-03-02T12:06:00Z");
        trial("Ready", "volume://backups/one");
        assertThat(departure()).isInstanceOf(Backing.class);
    }

    @Test
    void aServerThatGivesNoneIsWaitedFor() {
        readyServers = 0;
        assertThat(waiting().message()).contains("once the server works");
        fields = "suspend: true,";
        assertThat(waiting().reason()).isEqualTo(Reason.Stopped);
        assertThat(waiting().message()).contains("set spec.suspend to false");
    }

    @Test
    void whatAPersonHasSaidComesFirstEvenIfTheDataMightGo() {
        backup(1, "volume-1", "Ready", TAKEN);
        trial("Ready", "volume://backups/one");
        fields = "deletionProtection: true,";
        assertThat(waiting().reason()).isEqualTo(Reason.Protected);
        fields = "paused: true,";
        assertThat(waiting().reason()).isEqualTo(Reason.Paused);
        fields = "parameters: {port: '1'},";
        assertThat(waiting().message()).contains("spec.parameters");
    }

    @Test
    void anotherPolicyLetsItGoAtOnceAndAccordingly() {
        readyServers = 0;
        policy = "Retain";
        assertThat(released().withData()).isFalse();
        policy = "Delete";
        assertThat(released().withData()).isTrue();
    }

    @Test
    void itsNamespaceNeverWaitsAndDecidesOverTheVolumeItself() {
        namespace = Optional.of(new NamespaceBuilder()
                .withNewMetadata()
                .withName("shop")
                .endMetadata()
                .build());
        assertThat(released().withData()).isFalse();
    }

    @Test
    void withoutAVolumeThereIsNothingToBackUp() {
        volume = "";
        assertThat(released().withData()).isFalse();
    }

    private DatabaseBackup backup(int number, String claim, String condition, String more) {
        var backup = LastBackups.backup(number, claim, condition, more);
        backups.add(backup);
        return backup;
    }

    private void trial(String condition, String location) {
        restores.add(LastBackups.trial(condition, location));
    }

    private Waiting waiting() {
        assertThat(departure()).isInstanceOf(Waiting.class);
        return (Waiting) departure();
    }

    private Released released() {
        assertThat(departure()).isInstanceOf(Released.class);
        return (Released) departure();
    }

    private Departure departure() {
        var observed = observed();
        return Departure.of(observed, ServiceDatabaseChecks.check(observed, Given.tool()));
    }

    private Desired desired() {
        var observed = observed();
        return ServiceDatabaseDesired.of(observed, ServiceDatabaseChecks.check(observed, Given.tool()), () -> "");
    }

    private ServiceDatabaseObserved observed() {
        var database = YAML.unmarshal(
                """
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata:
                  name: orders-db
                  namespace: shop
                  uid: a
                  generation: %d
                  creationTimestamp: "2026-03-01T10:00:00Z"
                  deletionTimestamp: "2026-03-02T12:00:00Z"
                  finalizers: [atoll.dev/last-backup]
                spec:
                  service: orders
                  engine: PostgreSQL
                  version: "17"
                  storage: {size: 10Gi}
                  backup: {schedule: "0 3 * * *", destination: {volume: {claimName: backups}}}
                """.formatted(generation) + "  deletionPolicy: " + policy + "\n"
                        + (fields.isEmpty() ? "" : "  " + fields.replaceAll(",$", "") + "\n"),
                ServiceDatabase.class);
        return new ServiceDatabaseObserved(
                database,
                Optional.empty(),
                List.of(database),
                Optional.of(LastBackups.statefulSet(readyServers)),
                new DataClaims(
                        "data-orders-db-0",
                        volume.isEmpty() ? Optional.empty() : Optional.of(LastBackups.claim(volume))),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.copyOf(backups),
                List.copyOf(restores),
                LoginObserved.none(),
                KnownSecrets.UNKNOWN,
                namespace,
                InitializationObserved.none(),
                Instant.parse(now));
    }
}
