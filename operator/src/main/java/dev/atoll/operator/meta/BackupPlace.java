// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.api.v1alpha1.servicedatabase.Destination;
import dev.atoll.api.v1alpha1.servicedatabase.S3;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Objects;
import java.util.Optional;

/**
 * Where backups are kept, and in which folder.
 *
 * @param destination a bucket or a volume
 * @param folder without a slash at either end
 */
public record BackupPlace(Destination destination, String folder) {
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    /** The folder of all backups of a database. */
    public static BackupPlace ofDatabase(Destination destination, String namespace, String database) {
        var prefix = Optional.ofNullable(destination.s3())
                .map(S3::prefix)
                .map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                .orElseGet(() -> namespace + "/" + database);
        return new BackupPlace(destination, prefix);
    }

    /** Where the Job moves its backup, whatever a spec says by now; nothing for another Job. */
    public static Optional<BackupPlace> of(Job job) {
        return Annotations.get(job, Annotations.BACKUP_PLACE).map(BackupPlace::parse);
    }

    /** As an annotation of a Job says it. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can be written", e);
        }
    }

    private static BackupPlace parse(String json) {
        try {
            return JSON.readValue(json, BackupPlace.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s is not as Atoll wrote it: %s".formatted(Annotations.BACKUP_PLACE, json), e);
        }
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
