// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeStoreTest {
    @TempDir
    private Path volume = Path.of("");

    @Test
    void whatIsCompleteIsThere() throws IOException {
        try (var upload = store().begin("shop/orders-db/one/data")) {
            upload.content().write("rows".getBytes(StandardCharsets.UTF_8));
            assertThat(store().read("shop/orders-db/one/data")).isEmpty();
            upload.complete();
        }

        assertThat(store().read("shop/orders-db/one/data")).contains("rows");
        assertThat(store().folders("shop/orders-db")).containsExactly("one");
        assertThat(store().folders("shop/nothing")).isEmpty();
    }

    @Test
    void whatIsNotCompleteLeavesNothing() throws IOException {
        try (var upload = store().begin("one/data")) {
            upload.content().write(1);
        }

        try (var files = Files.list(volume.resolve("one"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aBackupThatIsThereStaysUntilTheNextOneOfItsNameIsComplete() throws IOException {
        store().write("one/data", "old");
        try (var upload = store().begin("one/data")) {
            upload.content().write(1);
        }

        assertThat(store().read("one/data")).contains("old");
    }

    @Test
    void deletingTheLastFileDeletesItsFolder() throws IOException {
        store().write("one/data", "rows");
        store().write("one/backup.json", "{}");

        store().delete("one/data");
        assertThat(store().folders("")).containsExactly("one");
        store().delete("one/backup.json");
        assertThat(store().folders("")).isEmpty();
        store().delete("one/backup.json");
    }

    @Test
    void noNameLeadsOutOfTheVolume() {
        assertThatThrownBy(() -> store().read("../elsewhere")).isInstanceOf(IllegalArgumentException.class);
    }

    private VolumeStore store() {
        return new VolumeStore(volume);
    }
}
