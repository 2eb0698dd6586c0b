// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.operator.backupstore.BackupWriter.Subject;
import dev.atoll.operator.meta.BackupRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files stand for the pipe and for the other container. */
class BackupTransferTest {
    private static final Subject SUBJECT =
            new Subject("nightly", "shop", "orders-db", "uid", "PostgreSQL", "orders", false);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T03:00:00.5Z"), ZoneOffset.UTC);
    private static final BackupRecord RECORD = new BackupRecord(
            "nightly",
            "shop",
            "orders-db",
            "uid",
            "PostgreSQL",
            "17.12",
            "orders",
            List.of("orders", "postgres"),
            "2026-01-01T03:00:00Z",
            false,
            4,
            "sha256:" + "2c6ea9dcea8a3d2aeb21e6b0ef7a8c77e1d8aa2ac9ab31c1ae6a9cd5a11b1ec3",
            null,
            null,
            null);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ContentKey KEY = ContentKey.of("a-key-that-has-at-least-32-characters");

    private ContentKey key = ContentKey.none();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsTheContentAndThenItsRecord() throws IOException {
        dumped("rows");
        says("done");

        var record = writer().write("one", SUBJECT);

        assertThat(record).usingRecursiveComparison().ignoringFields("checksum").isEqualTo(RECORD);
        assertThat(record.checksum()).matches("sha256:[0-9a-f]{64}");
        assertThat(store().read("one/data")).contains("rows");
        assertThat(store().read("one/backup.json").flatMap(BackupRecord::parse)).contains(record);
    }

    @Test
    void keepsNothingOfADumpThatFailed() throws IOException {
        dumped("ro");
        says("failed");

        assertThatThrownBy(() -> writer().write("one", SUBJECT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the other container has failed");
        assertThat(store().read("one/data")).isEmpty();
        assertThat(store().read("one/backup.json")).isEmpty();
    }

    @Test
    void leavesABackupAsItIsThatWasTakenBefore() throws IOException {
        store().write("one/data", "rows");
        store().write("one/backup.json", RECORD.text());
        dumped("other rows, of a later moment");
        says("done");

        assertThat(writer().write("one", SUBJECT)).isEqualTo(RECORD);
        assertThat(store().read("one/data")).contains("rows");
    }

    @Test
    void bringsBackWhatWasKept() throws IOException {
        taken();
        Files.writeString(folder.resolve("exchange/remark"), "tables: 1\n");
        says("done");

        var record = reader().read("one", taken -> Optional.empty(), BackupReader.Sequel.NOTHING);

        assertThat(exchanged("data")).isEqualTo("rows");
        assertThat(exchanged("owner")).isEqualTo("orders");
        assertThat(exchanged("roles")).isEqualTo("orders\npostgres\n");
        assertThat(record.sizeBytes()).isEqualTo(4);
        assertThat(record.remark()).isEqualTo("tables: 1");
        assertThat(isSaid("verified")).isTrue();
        assertThat(isSaid("failed")).isFalse();
    }

    @Test
    void saysThatABackupIsDamaged() throws IOException {
        taken();
        store().write("one/data", "rowz");

        assertThatThrownBy(() -> reader().read("one", taken -> Optional.empty(), BackupReader.Sequel.NOTHING))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the backup in one is damaged");
        assertThat(isSaid("verified")).isFalse();
        assertThat(isSaid("failed")).isTrue();
    }

    @Test
    void readsNothingOfABackupThatCannotBeUsed() throws IOException {
        taken();

        assertThatThrownBy(() -> reader().read(
                                "one", taken -> Optional.of("it is of PostgreSQL 18"), BackupReader.Sequel.NOTHING))
                .isInstanceOf(IOException.class)
                .hasMessage("it is of PostgreSQL 18");
        assertThat(exchanged("data")).isEmpty();
        assertThat(isSaid("failed")).isTrue();
    }

    @Test
    void keepsNothingReadableUnderAKey() throws IOException {
        key = KEY;
        takenAndSaid();

        assertThat(Files.readString(folder.resolve("volume/one/data"), StandardCharsets.ISO_8859_1))
                .doesNotContain("rows");
        assertThat(reader().read("one", taken -> Optional.empty(), BackupReader.Sequel.NOTHING)
                        .encryption())
                .isEqualTo("AES256-GCM-HKDF-1MB");
        assertThat(exchanged("data")).isEqualTo("rows");
    }

    @Test
    void anotherKeyDoesNotFit() throws IOException {
        key = KEY;
        takenAndSaid();
        key = ContentKey.of("another-key-of-at-least-32-characters");

        assertThatThrownBy(() -> reader().read("one", taken -> Optional.empty(), BackupReader.Sequel.NOTHING))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "its content cannot be decrypted: it is of another key than the one in the Secret, or damaged");
        assertThat(exchanged("data")).isEmpty();
        assertThat(isSaid("verified")).isFalse();
    }

    @Test
    void aCutOffBackupIsNotHandedOver() throws IOException {
        key = KEY;
        takenAndSaid();
        var data = folder.resolve("volume/one/data");
        var content = Files.readAllBytes(data);
        Files.write(data, Arrays.copyOf(content, content.length - 1));

        assertThatThrownBy(() -> reader().read("one", taken -> Optional.empty(), BackupReader.Sequel.NOTHING))
                .isInstanceOf(IOException.class);
        assertThat(isSaid("verified")).isFalse();
    }

    @Test
    void aKeyIsNeededForAnEncryptedBackup() throws IOException {
        key = KEY;
        takenAndSaid();
        key = ContentKey.none();
        assertThatThrownBy(() -> reader().read("one", taken -> Optional.empty(), BackupReader.Sequel.NOTHING))
                .hasMessage(
                        "it is encrypted (AES256-GCM-HKDF-1MB); name the Secret with the key in encryption of the destination");
    }

    @Test
    void whatIsNotEncryptedIsNotTakenForWhatShouldBe() throws IOException {
        takenAndSaid();
        key = KEY;
        assertThatThrownBy(() -> reader().read("one", taken -> Optional.empty(), BackupReader.Sequel.NOTHING))
                .hasMessageStartingWith("it is not encrypted, and its destination says that it is");
    }

    @Test
    void aShortKeyIsNone() throws IOException {
        key = ContentKey.of("short");
        dumped("rows");
        says("done");

        assertThatThrownBy(() -> writer().write("one", SUBJECT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has 5 bytes, and needs at least 32");
        assertThat(store().read("one/backup.json")).isEmpty();
    }

    @Test
    void aBackupWithoutARecordIsNone() throws IOException {
        Files.createDirectories(folder.resolve("exchange"));
        store().write("one/data", "rows");

        assertThatThrownBy(() -> reader().read("one", taken -> Optional.empty(), BackupReader.Sequel.NOTHING))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no whole backup in one");
        assertThat(isSaid("failed")).isTrue();
    }

    @Test
    void whoWritesDoesNotWaitForAStoreThatRefuses() throws Exception {
        // No text can be read from a folder.
        Files.createDirectories(folder.resolve("volume/one/backup.json"));
        var dump = CompletableFuture.supplyAsync(this::isTurnedAway);

        assertThatThrownBy(() -> writer().write("one", SUBJECT)).isInstanceOf(IOException.class);
        assertThat(dump).succeedsWithin(PATIENCE).isEqualTo(true);
    }

    /** Whether a pipe is closed before all is read from it. */
    private boolean isTurnedAway() {
        try {
            Files.createDirectories(folder.resolve("exchange"));
            var pipe = folder.resolve("exchange/data");
            new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
            try (var content = Files.newOutputStream(pipe)) {
                content.write(new byte[1 << 20]);
                return false;
            }
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("Broken pipe");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As if it had been dumped and kept; the exchange is as that of a new Job afterwards. */
    private void taken() throws IOException {
        dumped("rows");
        says("done");
        writer().write("one", SUBJECT);
        for (var file : List.of("done", "version", "roles")) {
            Files.delete(folder.resolve("exchange").resolve(file));
        }
        Files.writeString(folder.resolve("exchange/data"), "");
    }

    private void takenAndSaid() throws IOException {
        taken();
        Files.writeString(folder.resolve("exchange/remark"), "tables: 1");
        says("done");
    }

    private void dumped(String content) throws IOException {
        Files.createDirectories(folder.resolve("exchange"));
        Files.writeString(folder.resolve("exchange/version"), "17.12");
        Files.writeString(folder.resolve("exchange/roles"), "orders\npostgres\n");
        Files.writeString(folder.resolve("exchange/data"), content);
    }

    private void says(String word) throws IOException {
        Files.writeString(folder.resolve("exchange").resolve(word), "");
    }

    private boolean isSaid(String word) {
        return Files.exists(folder.resolve("exchange").resolve(word));
    }

    private String exchanged(String file) throws IOException {
        return Files.readString(folder.resolve("exchange").resolve(file));
    }

    private BackupWriter writer() {
        return new BackupWriter(store(), new Exchange(folder.resolve("exchange")), key, CLOCK);
    }

    private BackupReader reader() {
        return new BackupReader(store(), new Exchange(folder.resolve("exchange")), key);
    }

    private VolumeStore store() {
        return new VolumeStore(folder.resolve("volume"));
    }
}
