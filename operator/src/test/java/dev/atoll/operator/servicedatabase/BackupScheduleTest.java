// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.operator.meta.Retention;
import dev.atoll.operator.meta.Schedule;
import dev.atoll.operator.servicedatabase.BackupHealth.Verdict;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.BackupPlan;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The schedule is three o'clock every day, and the database is of the first of March. */
class BackupScheduleTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Schedule SCHEDULE = Schedule.parse("0 3 * * *").orElseThrow();
    private static final BackupPlan PLAN =
            new BackupPlan(SCHEDULE, new Retention(7, Optional.empty()), Optional.empty());
    private static final Instant SECOND = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-03-03T03:00:00Z");

    @Test
    void nothingIsDueBeforeTheFirstTime() {
        assertThat(due("2026-03-01T12:00:00Z")).isEmpty();
        assertThat(due("2026-03-02T02:59:59Z")).isEmpty();
        assertThat(health("2026-03-02T02:59:59Z"))
                .isEqualTo(new BackupHealth(
                        Verdict.NOT_YET,
                        Reason.Pending,
                        "there is no backup yet; the next one is due at 2026-03-02T03:00:00Z"));
    }

    @Test
    void eachTimeIsDueOnce() {
        assertThat(due("2026-03-02T03:00:00Z")).contains(SECOND);
        assertThat(due("2026-03-02T03:00:01Z", taken("2026-03-02T03:00:00Z", "2026-03-02T03:00:10Z")))
                .isEmpty();
        assertThat(due("2026-03-03T03:00:00Z", taken("2026-03-02T03:00:00Z", "2026-03-02T03:00:10Z")))
                .contains(THIRD);
    }

    @Test
    void whatWasMissedIsMadeUpForOnce() {
        assertThat(due("2026-03-09T17:00:00Z", taken("2026-03-02T03:00:00Z", "2026-03-02T03:00:10Z")))
                .contains(Instant.parse("2026-03-09T03:00:00Z"));
    }

    @Test
    void theNextOneWaitsForTheOneBefore() {
        assertThat(due("2026-03-03T03:00:00Z", backup("2026-03-02T03:00:00Z", "")))
                .isEmpty();
        assertThat(due("2026-03-03T03:00:00Z", failed("2026-03-02T03:00:00Z", "2026-03-02T03:09:00Z")))
                .contains(THIRD);
    }

    @Test
    void oneWhoseRecordIsDeletedIsNotTakenAgain() {
        var observed = observed("2026-03-02T04:00:00Z", "lastScheduleTime: '2026-03-02T03:00:00Z'");

        assertThat(BackupSchedule.due(observed, SCHEDULE)).isEmpty();
    }

    @Test
    void oneThatCannotBeMadeStaysDue() {
        var observed = observed("2026-03-02T03:00:00Z", "");

        assertThat(BackupSchedule.lastTime(observed, List.of())).isEmpty();
        assertThat(BackupSchedule.lastTime(observed, List.of(backup("2026-03-02T03:00:00Z", ""))))
                .contains(SECOND);
    }

    @Test
    void recordsGoWithTheirBackups() {
        var observed = observed(
                "2026-03-06T04:00:00Z",
                "",
                failed("2026-03-02T03:00:00Z", "2026-03-02T03:09:00Z"),
                taken("2026-03-03T03:00:00Z", "2026-03-03T03:00:10Z"),
                taken("2026-03-04T03:00:00Z", "2026-03-04T03:00:10Z"),
                taken("2026-03-05T03:00:00Z", "2026-03-05T03:00:10Z"),
                failed("2026-03-06T03:00:00Z", "2026-03-06T03:09:00Z"),
                onDemand("2026-03-01T00:00:00Z"));

        assertThat(BackupSchedule.expired(observed, new Retention(2, Optional.empty())))
                .extracting(backup -> backup.getMetadata().getName())
                .containsExactlyInAnyOrder("orders-db-2026-03-03T03:00:00Z", "orders-db-2026-03-02T03:00:00Z");
    }

    @Test
    void recordsOfAnEarlierDatabaseOfTheNameStay() {
        var earlier = taken("2026-03-02T03:00:00Z", "2026-03-02T03:00:10Z");
        earlier.getMetadata().getAnnotations().put("atoll.dev/made-for", "another");
        var observed =
                observed("2026-03-03T04:00:00Z", "", earlier, taken("2026-03-03T03:00:00Z", "2026-03-03T03:00:10Z"));

        assertThat(BackupSchedule.expired(observed, new Retention(1, Optional.empty())))
                .isEmpty();
    }

    @Test
    void aFailureIsToldUntilOneIsTaken() {
        var good = taken("2026-03-02T03:00:00Z", "2026-03-02T03:00:10Z");
        var bad = failed("2026-03-03T03:00:00Z", "2026-03-03T03:09:00Z");

        assertThat(health("2026-03-03T03:10:00Z", good, bad))
                .isEqualTo(new BackupHealth(
                        Verdict.BAD,
                        Reason.Failed,
                        "DatabaseBackup orders-db-2026-03-03T03:00:00Z failed: no space left; the last good backup, "
                                + "orders-db-2026-03-02T03:00:00Z, is of 2026-03-02T03:00:10Z"));
        assertThat(health("2026-03-03T05:00:00Z", good, bad, onDemand("2026-03-03T04:00:00Z"))
                        .verdict())
                .isEqualTo(Verdict.GOOD);
    }

    @Test
    void oneThatIsNotTakenWithinAnHourIsLate() {
        var good = taken("2026-03-02T03:00:00Z", "2026-03-02T03:00:10Z");
        var slow = backup("2026-03-03T03:00:00Z", "");

        assertThat(health("2026-03-03T03:59:59Z", good, slow).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(health("2026-03-03T04:00:00Z", good, slow).reason()).isEqualTo(Reason.BackupLate);
        assertThat(BackupHealth.settling(observed("2026-03-03T03:10:00Z", "", good, slow), PLAN))
                .contains(Duration.ofMinutes(50));
        assertThat(BackupHealth.settling(observed("2026-03-03T05:00:00Z", "", good), PLAN))
                .contains(Duration.ofHours(22));
    }

    private static Optional<Instant> due(String now, DatabaseBackup... backups) {
        return BackupSchedule.due(observed(now, "", backups), SCHEDULE);
    }

    private static BackupHealth health(String now, DatabaseBackup... backups) {
        return BackupHealth.of(observed(now, "", backups), SCHEDULE);
    }

    private static ServiceDatabaseObserved observed(String now, String status, DatabaseBackup... backups) {
        return ObservedBackups.of(now, status, List.of(backups), List.of());
    }

    private static DatabaseBackup taken(String scheduled, String completed) {
        return backup(scheduled, """
                completionTime: "%s"
                  conditions: [{type: Ready, status: "True", reason: Succeeded, message: taken}]
                """.formatted(completed));
    }

    private static DatabaseBackup failed(String scheduled, String completed) {
        return backup(scheduled, """
                completionTime: "%s"
                  conditions: [{type: Stalled, status: "True", reason: Failed, message: no space left}]
                """.formatted(completed));
    }

    private static DatabaseBackup onDemand(String completed) {
        var backup = taken("2026-03-01T00:00:00Z", completed);
        backup.getMetadata().setAnnotations(null);
        backup.getMetadata().setName("on-demand");
        return backup;
    }

    private static DatabaseBackup backup(String scheduled, String status) {
        return YAML.unmarshal("""
                metadata:
                  name: orders-db-%1$s
                  namespace: shop
                  annotations: {atoll.dev/scheduled-for: "%1$s", atoll.dev/made-for: a}
                spec: {database: orders-db}
                status:
                  observedGeneration: 1
                  %2$s
                """.formatted(scheduled, status), DatabaseBackup.class);
    }
}
