// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The base backup of day n begins with segment 10 n; segments 1 to 40 are archived, each with a file about it. */
class BaseRetentionTest {
    private static final String OTHER = "shop/orders-db/point-in-time/data-12345678-orders-db";

    @TempDir
    private Path volume = Path.of("");

    @Test
    void keepsExactlyTheLogThatTheOldestNeeds() throws IOException {
        archived(Archives.HISTORY);
        taken(Archives.HISTORY, "one", "uid", 1, true);
        taken(Archives.HISTORY, "two", "uid", 2, true);
        var newest = taken(Archives.HISTORY, "three", "uid", 3, true);

        assertThat(apply("three", newest, 2)).containsExactly(Archives.HISTORY + "/base/one");

        assertThat(log(Archives.HISTORY).getFirst()).isEqualTo(Archives.segment(20));
        assertThat(log(Archives.HISTORY)).contains(Archives.segment(40), "00000002.history");
        assertThat(store().read(Archives.HISTORY + "/base/one/data")).isEmpty();
        assertThat(store().read(Archives.HISTORY + "/base/two/data")).isPresent();
    }

    @Test
    void keepsTheLogOfWhatSomebodyElseKeeps() throws IOException {
        archived(Archives.HISTORY);
        taken(Archives.HISTORY, "foreign", "another", 1, true);
        taken(Archives.HISTORY, "two", "uid", 2, true);
        var newest = taken(Archives.HISTORY, "three", "uid", 3, true);

        apply("three", newest, 1);

        assertThat(log(Archives.HISTORY).getFirst()).isEqualTo(Archives.segment(10));
        assertThat(store().read(Archives.HISTORY + "/base/foreign/data")).isPresent();
    }

    @Test
    void keepsWhatIsBeingRestoredAndWhatWasTakenOnDemand() throws IOException {
        archived(Archives.HISTORY);
        taken(Archives.HISTORY, "one", "uid", 1, true);
        taken(Archives.HISTORY, "two", "uid", 2, false);
        var newest = taken(Archives.HISTORY, "three", "uid", 3, true);

        assertThat(new BaseRetention(store())
                        .apply(
                                Archives.HISTORY + "/base/three",
                                newest,
                                new Retention(1, Optional.empty()),
                                List.of(Archives.HISTORY + "/base/one")))
                .isEmpty();

        assertThat(log(Archives.HISTORY).getFirst()).isEqualTo(Archives.segment(10));
    }

    @Test
    void deletesAHistoryWithItsLastBaseBackupAndLeavesOneThatHasNoneYet() throws IOException {
        archived(OTHER);
        taken(OTHER, "before-the-restore", "uid", 1, true);
        var untouched = "shop/orders-db/point-in-time/data-of-another-cluster";
        archived(untouched);
        archived(Archives.HISTORY);
        taken(Archives.HISTORY, "two", "uid", 2, true);
        var newest = taken(Archives.HISTORY, "three", "uid", 3, true);

        assertThat(apply("three", newest, 2)).containsExactly(OTHER + "/base/before-the-restore");

        assertThat(log(OTHER)).isEmpty();
        assertThat(log(untouched)).contains(Archives.segment(1));
    }

    private List<String> apply(String name, BackupRecord newest, int keep) throws IOException {
        return new BaseRetention(store())
                .apply(Archives.HISTORY + "/base/" + name, newest, new Retention(keep, Optional.empty()), List.of());
    }

    private BackupRecord taken(String history, String name, String uid, int day, boolean scheduled) throws IOException {
        var folder = history + "/base/" + name + "/";
        var record = Archives.base(uid, "2026-01-0%dT03:00:00Z".formatted(day), scheduled, Archives.segment(10 * day));
        store().write(folder + BackupRecord.DATA, "data");
        store().write(folder + BackupRecord.FILE, record.text());
        return record;
    }

    private void archived(String history) throws IOException {
        var archive = archive(history);
        var written = Instant.parse("2026-01-01T00:00:00Z");
        archive.put("00000002.history", Archives.file(volume, "file", "1", written));
        for (int number = 1; number <= 40; number++) {
            archive.put(Archives.segment(number), Archives.file(volume, "file", "rows", written));
        }
        archive.put(Archives.segment(15) + ".00000028.backup", Archives.file(volume, "file", "START WAL", written));
    }

    private List<String> log(String history) throws IOException {
        return archive(history).names();
    }

    private WalArchive archive(String history) {
        return new WalArchive(store(), ArchivePlace.log(history, Archives.SERVER), ContentKey.none());
    }

    private VolumeStore store() {
        return new VolumeStore(volume);
    }
}
