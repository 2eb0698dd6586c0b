// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.atoll.api.v1alpha1.common.Defaults;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a backup, as it is written beside it: last of all, so that a backup with a record is a whole one. It
 * is also what the Job that took it reports.
 *
 * @param backup name of the DatabaseBackup
 * @param namespace its namespace
 * @param database the ServiceDatabase that it is of
 * @param databaseUid its UID: a database of the same name, in another cluster perhaps, has another one
 * @param engine its engine
 * @param version version of the server that it was taken from
 * @param owner name of the owner's user inside the engine
 * @param roles the names of all users that something in it may belong to; empty where a backup tells nothing of them
 * @param completed when it was taken, as RFC 3339 has it
 * @param scheduled whether it was taken by a schedule, whose rules say how long it is kept
 * @param sizeBytes its size
 * @param checksum {@code sha256:} and the hexadecimal digits of its content's
 * @param encryption how the content is encrypted; null where it is not
 * @param base what a base backup needs besides; null for a dump
 * @param remark what the Job has to say besides; null for nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackupRecord(
        String backup,
        String namespace,
        String database,
        String databaseUid,
        String engine,
        String version,
        String owner,
        List<String> roles,
        String completed,
        boolean scheduled,
        long sizeBytes,
        String checksum,
        @Nullable String encryption,
        @Nullable BaseStart base,
        @Nullable String remark) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The file in which the content is. */
    public static final String DATA = "data";

    /** The file in which this record is. */
    public static final String FILE = "backup.json";

    public BackupRecord {
        roles = Defaults.list(roles);
    }

    /** As JSON. */
    public String text() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers can be written", e);
        }
    }

    /** The same without what has no bound, for a container's last words, of which Kubernetes keeps 4,096 bytes. */
    public BackupRecord brief() {
        return new BackupRecord(
                backup,
                namespace,
                database,
                databaseUid,
                engine,
                version,
                owner,
                List.of(),
                completed,
                scheduled,
                sizeBytes,
                checksum,
                encryption,
                base,
                remark);
    }

    /** The same with a remark. */
    public BackupRecord with(String text) {
        return new BackupRecord(
                backup,
                namespace,
                database,
                databaseUid,
                engine,
                version,
                owner,
                roles,
                completed,
                scheduled,
                sizeBytes,
                checksum,
                encryption,
                base,
                text);
    }

    /** What such a text says; nothing for any other text. */
    public static Optional<BackupRecord> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, BackupRecord.class)).filter(BackupRecord::isWhole);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("NullAway") // Jackson leaves null where the text says nothing
    private boolean isWhole() {
        return backup != null
                && owner != null
                && engine != null
                && version != null
                && completed != null
                && checksum != null;
    }
}
