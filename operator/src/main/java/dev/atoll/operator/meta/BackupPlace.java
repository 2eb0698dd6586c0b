// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.servicedatabase.Destination;
import dev.atoll.api.v1alpha1.servicedatabase.S3;
import java.util.Objects;
import java.util.Optional;

/**
 * Where backups are kept, and in which folder.
 *
 * @param destination a bucket or a volume
 * @param folder without a slash at either end
 */
public record BackupPlace(Destination destination, String folder) {

    /** The folder of all backups of a database. */
    public static BackupPlace ofDatabase(Destination destination, String namespace, String database) {
        var prefix = Optional.ofNullable(destination.s3())
                .map(S3::prefix)
                .map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                .orElseGet(() -> namespace + "/" + database);
        return new BackupPlace(destination, prefix);
    }

    /** A folder below. */
    public BackupPlace below(String name) {
        return new BackupPlace(destination, folder + "/" + name);
    }

    /** As a status says it. */
    public String text() {
        var s3 = destination.s3();
        return s3 == null
                ? "volume://%s/%s"
                        .formatted(Objects.requireNonNull(destination.volume()).claimName(), folder)
                : "s3://%s/%s".formatted(s3.bucket(), folder);
    }
}
