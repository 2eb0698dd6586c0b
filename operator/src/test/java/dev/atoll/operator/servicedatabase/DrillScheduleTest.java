// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.servicedatabase.VerifiedRestore;
import dev.atoll.operator.cli.Manifests;
import dev.atoll.operator.meta.Retention;
import dev.atoll.operator.meta.Schedule;
import dev.atoll.operator.servicedatabase.BackupHealth.Verdict;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.BackupPlan;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.DrillPlan;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Backups are taken at three o'clock every day, and tried at five; the database is of the first of March. */
class DrillScheduleTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Schedule THREE = Schedule.parse("0 3 * * *").orElseThrow();
    private static final Schedule FIVE = Schedule.parse("0 5 * * *").orElseThrow();
    private static final BackupPlan PLAN = new BackupPlan(
            THREE, new Retention(7, Optional.empty()), Optional.of(new DrillPlan(FIVE, Optional.of("SELECT true"))));
    private static final String WRITTEN_DOWN = "lastVerifiedRestore: {backup: backup-02, time: '2026-03-02T05:01:00Z', "
            + "recoveryTime: 58s, recoveryPoint: '2026-03-02T03:00:00Z'}";
    private static final DatabaseBackup BACKUP = backup("02", "Ready");

    @Test
    void theLastBackupIsTriedOnce() {
        assertThat(due("2026-03-02T04:59:59Z", "", List.of(BACKUP))).isEmpty();
        assertThat(due("2026-03-02T05:00:00Z", "", List.of(BACKUP)))
                .contains(new DrillSchedule.Due(
                        Instant.parse("2026-03-02T05:00:00Z"), "backup-02", Optional.of("SELECT true")));
        assertThat(due("2026-03-02T05:00:01Z", "", List.of(BACKUP), drill("02", "Ready")))
                .isEmpty();
        assertThat(due("2026-03-02T06:00:00Z", "lastDrillTime: '2026-03-02T05:00:00Z'", List.of(BACKUP)))
                .isEmpty();
    }

    @Test
    void itWaitsForTheBackupThatIsDueOrUnderWay() {
        assertThat(due("2026-03-02T05:00:00Z", "", List.of())).isEmpty();
        assertThat(due("2026-03-03T05:00:00Z", "", List.of(BACKUP, backup("03", "Accepted"))))
                .isEmpty();
        assertThat(due("2026-03-03T05:00:00Z", "", List.of(BACKUP, backup("03", "Stalled")))
                        .map(DrillSchedule.Due::backup))
                .contains("backup-02");
    }

    @Test
    void aFailureIsToldUntilABackupIsRestored() {
        assertThat(health("", drill("02", "Ready"), drill("03", "Stalled")))
                .isEqualTo(
                        new BackupHealth(
                                Verdict.BAD,
                                Reason.DrillFailed,
                                "DatabaseRestore drill-03, which tried whether DatabaseBackup backup-03 can be restored, failed: as it "
                                        + "was; the last one that could be restored, backup-02, was tried at 2026-03-02T05:01:00Z"));
        assertThat(health("", drill("03", "Stalled")).message()).endsWith("as it was; none has been restored yet");
        assertThat(health("", drill("03", "Stalled"), drill("04", "Ready")).verdict())
                .isEqualTo(Verdict.GOOD);
        assertThat(health("lastVerifiedRestore: {backup: b, time: '2026-03-04T00:00:00Z'}", drill("03", "Stalled"))
                        .verdict())
                .isEqualTo(Verdict.GOOD);
    }

    @Test
    void whatWasVerifiedIsRememberedAfterItsRecordIsGone() {
        var remembered = new VerifiedRestore("backup-02", "2026-03-02T05:01:00Z", "58s", "2026-03-02T03:00:00Z");

        assertThat(DrillSchedule.lastVerified(observed("", List.of(BACKUP), drill("02", "Ready"))))
                .contains(remembered);
        assertThat(DrillSchedule.lastVerified(observed(WRITTEN_DOWN, List.of(), drill("02", "Ready"))))
                .contains(remembered);
        assertThat(DrillSchedule.lastVerified(observed(WRITTEN_DOWN, List.of(), drill("03", "Stalled"))))
                .contains(remembered);
    }

    @Test
    void theLastDrillIsKeptAndTheLastThatWasPassed() {
        var observed = observed(
                "",
                List.of(),
                drill("02", "Ready"),
                drill("03", "Ready"),
                drill("04", "Stalled"),
                drill("05", "Stalled"),
                drill("06", "Accepted"));

        assertThat(DrillSchedule.expired(observed))
                .extracting(drill -> drill.getMetadata().getName())
                .containsExactlyInAnyOrder("drill-02", "drill-04");
    }

    @Test
    void aBackupThatIsBeingRestoredIsKept() {
        var drill = drill("02", "Accepted");
        drill.setStatus(null);

        assertThat(BackupSchedule.expired(
                        observed("", List.of(BACKUP, backup("03", "Ready")), drill),
                        new Retention(1, Optional.empty())))
                .isEmpty();
        assertThat(BackupSchedule.expired(
                        observed("", List.of(BACKUP, backup("03", "Ready")), drill("02", "Ready")),
                        new Retention(1, Optional.empty())))
                .containsExactly(BACKUP);
    }

    @Test
    void soIsOneThatIsBeingCopiedIntoAnotherDatabase() {
        var copy = YAML.unmarshal("""
                metadata: {name: copy, namespace: shop}
                spec: {database: reports-db, mode: Replace, backup: backup-02}
                """, DatabaseRestore.class);
        var database = observed("", List.of()).resource();

        var observed = ServiceDatabaseObserved.read(
                database,
                new Manifests(List.of(database, BACKUP, backup("03", "Ready"), copy), List.of()),
                Instant.parse("2026-03-20T12:00:00Z"));

        assertThat(BackupSchedule.expired(observed, new Retention(1, Optional.empty())))
                .isEmpty();
    }

    private static Optional<DrillSchedule.Due> due(
            String now, String status, List<DatabaseBackup> backups, DatabaseRestore... drills) {
        return DrillSchedule.due(ObservedBackups.of(now, status, backups, List.of(drills)), PLAN);
    }

    private static BackupHealth health(String status, DatabaseRestore... drills) {
        var backup = backup("20", "Ready");
        return BackupHealth.of(
                ObservedBackups.of("2026-03-20T12:00:00Z", status, List.of(backup), List.of(drills)), THREE);
    }

    private static ServiceDatabaseObserved observed(
            String status, List<DatabaseBackup> backups, DatabaseRestore... drills) {
        return ObservedBackups.of("2026-03-20T12:00:00Z", status, backups, List.of(drills));
    }

    /** The one of a day, with a condition that holds. */
    private static DatabaseBackup backup(String day, String condition) {
        return YAML.unmarshal("""
                metadata:
                  name: backup-%1$s
                  namespace: shop
                  annotations: {atoll.dev/scheduled-for: "2026-03-%1$sT03:00:00Z", atoll.dev/made-for: a}
                spec: {database: orders-db}
                status:
                  startTime: "2026-03-%1$sT03:00:00Z"
                  completionTime: "2026-03-%1$sT03:00:10Z"
                  conditions: [{type: %2$s, status: "True", reason: Reason, message: as it was}]
                """.formatted(day, condition), DatabaseBackup.class);
    }

    /** The one of a day, with a condition that holds. */
    private static DatabaseRestore drill(String day, String condition) {
        return YAML.unmarshal("""
                metadata:
                  name: drill-%1$s
                  namespace: shop
                  annotations: {atoll.dev/scheduled-for: "2026-03-%1$sT05:00:00Z"}
                spec: {database: orders-db, mode: Drill, backup: backup-%1$s}
                status:
                  completionTime: "2026-03-%1$sT05:01:00Z"
                  duration: 58s
                  conditions: [{type: %2$s, status: "True", reason: Reason, message: as it was}]
                """.formatted(day, condition), DatabaseRestore.class);
    }
}
