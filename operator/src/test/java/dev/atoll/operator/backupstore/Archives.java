// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.BaseStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Base backups and archives for tests, with segments of a few bytes. */
final class Archives {
    static final String SERVER = "7412345678901234567";
    static final String HISTORY = "shop/orders-db/point-in-time/data-orders-db-0";
    static final int BYTES = 64;

    private Archives() {}

    static String segment(int number) {
        return "0000000100000000%08X".formatted(number);
    }

    static Path file(Path folder, String name, String content, Instant written) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, content.repeat(BYTES).substring(0, BYTES));
        Files.setLastModifiedTime(file, FileTime.from(written));
        return file;
    }

    static BackupRecord base(String uid, String completed, boolean scheduled, @Nullable String segment) {
        return new BackupRecord(
                "any",
                "shop",
                "orders-db",
                uid,
                "PostgreSQL",
                "17.12",
                "orders",
                List.of(),
                completed,
                scheduled,
                4,
                "sha256:0",
                null,
                segment == null ? null : new BaseStart(SERVER, segment),
                null);
    }
}
