// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last words of the container that archives. It ends, and is started again at once, only to say that it has failed for too
 * long, or that it no longer does.
 *
 * @param failure why; null where all is well again
 * @param until up to when everything is archived, as RFC 3339 has it; null where that is not known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArchiverReport(
        @Nullable String failure, @Nullable String until) {
    /** The container's name. */
    public static final String CONTAINER = "archiver";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Kubernetes keeps 4,096 bytes. */
    private static final int LONGEST = 1000;

    public ArchiverReport {
        failure = failure != null && failure.length() > LONGEST ? failure.substring(0, LONGEST) : failure;
    }

    /** As JSON. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can be written", e);
        }
    }

    /** What such a text says; nothing for any other text. */
    public static Optional<ArchiverReport> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, ArchiverReport.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
