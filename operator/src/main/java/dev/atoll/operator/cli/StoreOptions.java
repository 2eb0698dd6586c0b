// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.operator.backupstore.BackupStore;
import dev.atoll.operator.backupstore.ContentKey;
import dev.atoll.operator.backupstore.S3Store;
import dev.atoll.operator.backupstore.VolumeStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where backups are kept. */
final class StoreOptions {
    @ArgGroup(multiplicity = "1")
    private Place place = new Place();

    @Option(names = "--endpoint", paramLabel = "URL", description = "URL of the object store. Default: Amazon's.")
    private @Nullable String endpoint;

    @Option(names = "--region", paramLabel = "NAME", description = "Region of the bucket.")
    private @Nullable String region;

    @Option(
            names = "--credentials",
            paramLabel = "FOLDER",
            description = "Folder with the files access-key-id and secret-access-key.")
    private @Nullable Path credentials;

    @Option(
            names = "--encryption-key",
            paramLabel = "FILE",
            description = "File with the key of the content. Default: it is not encrypted.")
    private @Nullable Path encryptionKey;

    /** A volume or a bucket. */
    private static final class Place {
        @Option(
                names = "--volume",
                paramLabel = "FOLDER",
                description = "Where the volume with the backups is mounted.")
        private @Nullable Path volume;

        @Option(names = "--bucket", paramLabel = "NAME", description = "Bucket with the backups.")
        private @Nullable String bucket;
    }

    /** The key of the content. */
    ContentKey key() throws IOException {
        return encryptionKey == null
                ? ContentKey.none()
                : ContentKey.of(Files.readString(encryptionKey).strip());
    }

    /** Opens it. */
    BackupStore open() throws IOException {
        if (place.volume != null) {
            return new VolumeStore(place.volume);
        }
        if (place.bucket == null || credentials == null) {
            throw new IOException("--bucket needs --credentials");
        }
        return new S3Store(
                place.bucket,
                endpoint,
                region,
                Files.readString(credentials.resolve("access-key-id")).strip(),
                Files.readString(credentials.resolve("secret-access-key")).strip());
    }
}
