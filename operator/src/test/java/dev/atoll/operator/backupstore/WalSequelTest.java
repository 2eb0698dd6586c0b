// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.operator.meta.ArchivePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Segment n is written at n minutes past three; the base backup ends half a minute past three. */
class WalSequelTest {
    private static final Instant THREE = Instant.parse("2026-01-01T03:00:00Z");
    private static final String FOLDER = Archives.HISTORY + "/base/nightly-12345678";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void reachesEverythingThatIsWrittenBeforeTheLastSegmentIs() throws IOException {
        archived(1, 2);

        assertThatCode(() -> prepared("2026-01-01T03:01:59Z")).doesNotThrowAnyException();
        assertThatThrownBy(() -> prepared("2026-01-01T03:02:00Z"))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "nothing that is archived reaches 2026-01-01T03:02:00Z; what there is leads from "
                                + "2026-01-01T03:00:30Z to 2026-01-01T03:01:59Z; name a time in between, or wait until more is archived");
    }

    @Test
    void doesNotLeapOverWhatIsMissing() throws IOException {
        archived(1, 2, 4);

        assertThatThrownBy(() -> prepared("2026-01-01T03:03:00Z"))
                .hasMessageEndingWith("to 2026-01-01T03:01:59Z, where a part is missing; "
                        + "name a time in between, or one after the next base backup");
    }

    @Test
    void doesNotCountWhatIsNotWhole() throws IOException {
        archived(1, 2);
        new VolumeStore(folder).delete(log() + "/" + Archives.segment(2) + "/wal.json");

        assertThatThrownBy(() -> prepared("2026-01-01T03:01:00Z")).hasMessageContaining("to 2026-01-01T03:00:59Z");
    }

    @Test
    void refusesATimeBeforeTheEndOfTheBaseBackup() throws IOException {
        archived(1, 2);

        assertThatThrownBy(() -> prepared("2026-01-01T03:00:29Z"))
                .hasMessageContaining("is before the end of the base backup in " + FOLDER);
    }

    @Test
    void saysSoWhereNothingIsArchived() {
        assertThatThrownBy(() -> prepared("2026-01-01T03:01:00Z"))
                .hasMessageContaining("leads from 2026-01-01T03:00:30Z to 2026-01-01T03:00:30Z");
    }

    @Test
    @Timeout(30)
    void givesWhatWasThereAndNothingThatCameLater() throws Exception {
        archived(1, 2);
        var exchange = Files.createDirectory(folder.resolve("exchange"));
        var sequel = prepared("2026-01-01T03:01:30Z");
        archived(3);
        for (var name : new String[] {Archives.segment(1), Archives.segment(3), "00000002.history"}) {
            Files.writeString(exchange.resolve(name + ".wanted"), "");
        }
        var serving = CompletableFuture.runAsync(() -> serve(sequel, exchange));
        while (!Files.exists(exchange.resolve("00000002.history.none"))
                || !Files.exists(exchange.resolve(Archives.segment(3) + ".none"))) {
            Thread.onSpinWait();
        }
        Files.writeString(exchange.resolve("done"), "");
        serving.join();

        assertThat(exchange.resolve(Archives.segment(1) + ".found")).content().startsWith("rows 1");
        assertThat(exchange.resolve(Archives.segment(3) + ".found")).doesNotExist();
    }

    private static void serve(WalSequel sequel, Path exchange) {
        try {
            sequel.serve(new Exchange(exchange));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void archived(int... numbers) throws IOException {
        var archive = new WalArchive(new VolumeStore(folder), log(), ContentKey.none());
        for (int number : numbers) {
            archive.put(
                    Archives.segment(number),
                    Archives.file(folder, "segment", "rows " + number, THREE.plus(Duration.ofMinutes(number))));
        }
    }

    private WalSequel prepared(String time) throws IOException {
        var sequel = new WalSequel(
                new VolumeStore(folder),
                ContentKey.none(),
                Optional.of(Instant.parse(time)),
                Duration.ofSeconds(-1),
                Clock.systemUTC());
        sequel.prepare(FOLDER, Archives.base("uid", "2026-01-01T03:00:30Z", true, Archives.segment(1)));
        return sequel;
    }

    private static String log() {
        return ArchivePlace.log(Archives.HISTORY, Archives.SERVER);
    }
}
