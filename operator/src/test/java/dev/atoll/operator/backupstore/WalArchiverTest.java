// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.ArchiverReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalArchiverTest {
    private static final Instant WRITTEN = Instant.parse("2026-01-01T03:00:00Z");
    private static final String FIRST = Archives.segment(1);
    private static final ContentKey KEY = ContentKey.of("a-key-that-has-at-least-32-characters");

    @TempDir
    private Path folder = Path.of("");

    private Path volume = Path.of("");
    private Path exchange = Path.of("");
    private final List<String> log = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T03:01:00Z");

    @BeforeEach
    void makeFolders() throws IOException {
        volume = Files.createDirectory(folder.resolve("volume"));
        exchange = Files.createDirectory(folder.resolve("exchange"));
    }

    @Test
    void answersWithTheChecksumOfWhatIsStored() throws IOException {
        hands(FIRST, "rows");

        assertThat(pass(KEY)).isEmpty();

        var target = folder.resolve("restored");
        archive(KEY).get(FIRST, target);
        assertThat(target).hasContent("rows".repeat(Archives.BYTES).substring(0, Archives.BYTES));
        assertThat(answer(FIRST, "stored"))
                .isEqualTo(archive(KEY).record(FIRST).orElseThrow().contentChecksum());
        assertThat(exchange.resolve(name(FIRST) + ".ready")).doesNotExist();
        assertThat(archive(KEY).record(FIRST).orElseThrow().written()).isEqualTo(WRITTEN.toString());
    }

    @Test
    void keepsNothingReadableWithAKey() throws IOException {
        hands(FIRST, "rows");
        pass(KEY);

        assertThat(archive(KEY).record(FIRST).orElseThrow().encryption()).isEqualTo("AES256-GCM-HKDF-1MB");
        assertThatThrownBy(() -> archive(ContentKey.none()).get(FIRST, folder.resolve("restored")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is encrypted, and its destination says otherwise");
    }

    @Test
    void takesTheSameASecondTimeAndNothingElse() throws IOException {
        hands(FIRST, "rows");
        pass(ContentKey.none());
        hands(FIRST, "rows");
        pass(ContentKey.none());
        assertThat(exchange.resolve(name(FIRST) + ".failed")).doesNotExist();

        hands(FIRST, "sums");
        pass(ContentKey.none());

        assertThat(answer(FIRST, "failed")).contains("has another content under this name");
        var target = folder.resolve("restored");
        archive(ContentKey.none()).get(FIRST, target);
        assertThat(Files.readString(target)).startsWith("rows");
    }

    @Test
    void keepsTwoServersApart() throws IOException {
        hands(FIRST, "rows");
        Archives.file(exchange, FIRST + "@42.ready", "sums", WRITTEN);

        pass(ContentKey.none());

        assertThat(new VolumeStore(volume).folders(ArchivePlace.logs(Archives.HISTORY)))
                .containsExactly("42", Archives.SERVER);
    }

    @Test
    void storesAnewWhatWasNotStoredWhole() throws IOException {
        hands(FIRST, "rows");
        pass(ContentKey.none());
        new VolumeStore(volume).delete(path("wal.json"));

        hands(FIRST, "sums");
        pass(ContentKey.none());

        assertThat(exchange.resolve(name(FIRST) + ".failed")).doesNotExist();
    }

    @Test
    void tellsWhenWhatItBringsBackIsDamaged() throws IOException {
        hands(FIRST, "rows");
        pass(ContentKey.none());
        hands(Archives.segment(2), "sums");
        pass(ContentKey.none());
        Files.copy(
                volume.resolve(path("data").replace(FIRST, Archives.segment(2))),
                volume.resolve(path("data")),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> archive(ContentKey.none()).get(FIRST, folder.resolve("restored")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void saysOnceThatNothingHasHelpedForTooLongAndUpToWhenAllIsWell() throws IOException {
        hands(FIRST, "rows");
        pass(ContentKey.none());
        block();
        assertThat(failsAfter(0)).isEmpty();
        assertThat(failsAfter(29)).isEmpty();

        var report = failsAfter(1).orElseThrow();

        assertThat(report.failure()).startsWith(Archives.segment(2) + " cannot be stored: ");
        assertThat(report.until()).isEqualTo(WRITTEN.toString());
        assertThat(failsAfter(60)).isEmpty();
        assertThat(failsAfter(3600)).isPresent();
    }

    @Test
    void saysThatAllIsWellAgainIfItHasSaidTheContrary() throws IOException {
        block();
        assertThat(failsAfter(0)).isEmpty();
        assertThat(failsAfter(30)).isPresent();
        unblock();
        hands(Archives.segment(2), "sums");

        var report = pass(ContentKey.none()).orElseThrow();

        assertThat(report.failure()).isNull();
        assertThat(answer(Archives.segment(2), "stored")).startsWith("sha256:");
        hands(Archives.segment(3), "more");
        assertThat(pass(ContentKey.none())).isEmpty();
    }

    @Test
    void isPatientAnewAfterASuccess() throws IOException {
        block();
        assertThat(failsAfter(0)).isEmpty();
        unblock();
        hands(FIRST, "rows");
        assertThat(pass(ContentKey.none())).isEmpty();
        block();

        assertThat(failsAfter(60)).isEmpty();
    }

    @Test
    void outlivesAStoreThatCannotBeOpened() throws IOException {
        hands(FIRST, "rows");

        assertThat(archiver(new WalArchiver.Opening() {
                            @Override
                            public BackupStore store() {
                                throw new IllegalArgumentException("the endpoint is no URL");
                            }

                            @Override
                            public ContentKey key() {
                                return ContentKey.none();
                            }
                        })
                        .pass())
                .isEmpty();

        assertThat(answer(FIRST, "failed")).isEqualTo("the endpoint is no URL");
    }

    private Optional<ArchiverReport> failsAfter(int seconds) throws IOException {
        now = now.plusSeconds(seconds);
        hands(Archives.segment(2), "sums");
        var report = pass(ContentKey.none());
        assertThat(exchange.resolve(name(Archives.segment(2)) + ".failed")).exists();
        return report;
    }

    /** A file in the way of a folder: as a store that takes nothing. */
    private void block() throws IOException {
        var logs = volume.resolve(ArchivePlace.logs(Archives.HISTORY));
        if (Files.exists(logs)) {
            Files.move(logs, volume.resolve("aside"));
        }
        Files.createDirectories(logs.getParent());
        Files.writeString(logs, "");
    }

    private void unblock() throws IOException {
        Files.delete(volume.resolve(ArchivePlace.logs(Archives.HISTORY)));
    }

    private void hands(String segment, String content) throws IOException {
        Files.deleteIfExists(exchange.resolve(name(segment) + ".failed"));
        Archives.file(exchange, name(segment) + ".ready", content, WRITTEN);
    }

    private Optional<ArchiverReport> pass(ContentKey key) throws IOException {
        return archiver(new WalArchiver.Opening() {
                    @Override
                    public BackupStore store() {
                        return new VolumeStore(volume);
                    }

                    @Override
                    public ContentKey key() {
                        return key;
                    }
                })
                .pass();
    }

    private WalArchiver archiver(WalArchiver.Opening opening) {
        return new WalArchiver(
                opening,
                Archives.HISTORY,
                exchange,
                Duration.ofSeconds(30),
                Clock.fixed(now, ZoneOffset.UTC),
                log::add);
    }

    private String answer(String segment, String ending) throws IOException {
        return Files.readString(exchange.resolve(name(segment) + "." + ending));
    }

    private static String name(String segment) {
        return segment + "@" + Archives.SERVER;
    }

    private static String path(String part) {
        return "%s/%s/%s".formatted(ArchivePlace.log(Archives.HISTORY, Archives.SERVER), FIRST, part);
    }

    private WalArchive archive(ContentKey key) {
        return new WalArchive(new VolumeStore(volume), ArchivePlace.log(Archives.HISTORY, Archives.SERVER), key);
    }
}
