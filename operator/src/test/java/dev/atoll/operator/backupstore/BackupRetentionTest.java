// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupRetentionTest {
    private static final Retention ONE = new Retention(1, Optional.empty());

    @TempDir
    private Path volume = Path.of("");

    @Test
    void keepsTheNewestOfTheSchedule() throws IOException {
        for (int day = 1; day <= 4; day++) {
            keep("shop/orders-db/day-" + day, record("orders-db", day, true));
        }
        var newest = record("orders-db", 4, true);

        assertThat(retention().apply("shop/orders-db/day-4", newest, new Retention(2, Optional.empty()), List.of()))
                .containsExactly("shop/orders-db/day-2", "shop/orders-db/day-1");
        assertThat(store().folders("shop/orders-db")).containsExactly("day-3", "day-4");
    }

    @Test
    void keepsNoneThatIsTooOldButTheNewest() throws IOException {
        for (int day = 1; day <= 4; day++) {
            keep("shop/orders-db/day-" + day, record("orders-db", day, true));
        }
        var twoDays = new Retention(100, Optional.of(Duration.ofDays(2)));

        assertThat(retention().apply("shop/orders-db/day-4", record("orders-db", 4, true), twoDays, List.of()))
                .containsExactly("shop/orders-db/day-1");
    }

    @Test
    void touchesNothingElse() throws IOException {
        keep("all/on-demand", record("orders-db", 1, false));
        keep("all/another", record("payment-db", 1, true));
        store().write("all/not-a-backup/data", "somebody's");
        store().write("all/broken/backup.json", "{");
        keep("all/newest", record("orders-db", 2, true));

        assertThat(retention().apply("all/newest", record("orders-db", 2, true), ONE, List.of()))
                .isEmpty();
        assertThat(store().folders("all")).containsExactly("another", "broken", "newest", "not-a-backup", "on-demand");
    }

    @Test
    void leavesThoseOfADatabaseOfTheSameNameElsewhere() throws IOException {
        var elsewhere = BackupRecord.parse(
                        record("orders-db", 1, true).text().replace("uid-of-orders-db", "uid-of-another"))
                .orElseThrow();
        keep("shop/orders-db/elsewhere", elsewhere);
        keep("shop/orders-db/newest", record("orders-db", 2, true));

        assertThat(retention().apply("shop/orders-db/newest", record("orders-db", 2, true), ONE, List.of()))
                .isEmpty();
    }

    @Test
    void neverDeletesTheOneThatWasJustTaken() throws IOException {
        keep("all/newest", record("orders-db", 1, true));
        // The clock of the node was wrong when that was taken.
        keep("all/of-the-future", record("orders-db", 9, true));

        assertThat(retention().apply("all/newest", record("orders-db", 1, true), ONE, List.of()))
                .isEmpty();
    }

    @Test
    void leavesThoseThatAreBeingRestored() throws IOException {
        keep("shop/orders-db/day-1", record("orders-db", 1, true));
        keep("shop/orders-db/day-2", record("orders-db", 2, true));
        keep("shop/orders-db/day-3", record("orders-db", 3, true));

        assertThat(retention()
                        .apply(
                                "shop/orders-db/day-3",
                                record("orders-db", 3, true),
                                ONE,
                                List.of("shop/orders-db/day-1")))
                .containsExactly("shop/orders-db/day-2");
    }

    private void keep(String folder, BackupRecord record) throws IOException {
        store().write(folder + "/data", "rows");
        store().write(folder + "/backup.json", record.text());
    }

    private static BackupRecord record(String database, int day, boolean scheduled) {
        return new BackupRecord(
                "any",
                "shop",
                database,
                "uid-of-" + database,
                "PostgreSQL",
                "17.12",
                "orders",
                List.of(),
                "2026-01-0%dT03:00:00Z".formatted(day),
                scheduled,
                4,
                "sha256:0",
                null,
                null,
                null);
    }

    private BackupRetention retention() {
        return new BackupRetention(store());
    }

    private VolumeStore store() {
        return new VolumeStore(volume);
    }
}
