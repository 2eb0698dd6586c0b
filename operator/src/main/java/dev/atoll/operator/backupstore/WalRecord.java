// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an archived file of a server's log, as it is written beside it: last of all, so that one with a record
 * is whole.
 *
 * @param contentBytes size of the file
 * @param contentChecksum checksum of the file
 * @param written when the server last wrote to it, as RFC 3339 has it
 * @param sizeBytes size as it is kept
 * @param checksum checksum as it is kept
 * @param encryption how it is encrypted; null where it is not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record WalRecord(
        long contentBytes,
        String contentChecksum,
        String written,
        long sizeBytes,
        String checksum,
        @Nullable String encryption) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As JSON. */
    String text() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers can be written", e);
        }
    }

    /** What such a text says; nothing for any other text. */
    @SuppressWarnings("NullAway") // Jackson leaves null where the text says nothing
    static Optional<WalRecord> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, WalRecord.class))
                    .filter(record -> record.contentChecksum != null && record.written != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
