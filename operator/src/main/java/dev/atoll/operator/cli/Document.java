// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One object of the input as it was written.
 *
 * @param content its fields
 * @param source the file that it is from
 */
public record Document(ObjectNode content, String source) {

    /** As written; empty when there is none. */
    public String apiVersion() {
        return content.path("apiVersion").asText();
    }

    /** As written; empty when there is none. */
    public String kind() {
        return content.path("kind").asText();
    }

    /** As written; empty when there is none. */
    public String name() {
        return content.path("metadata").path("name").asText();
    }

    /** The namespace that it names; empty when it names none. */
    public String namespace() {
        return content.path("metadata").path("namespace").asText();
    }

    /** The same in a namespace, unless it names one itself. */
    Document inNamespace(String namespace) {
        if (!namespace().isEmpty()) {
            return this;
        }
        var copy = content.deepCopy();
        copy.withObject("/metadata").put("namespace", namespace);
        return new Document(copy, source);
    }

    /** For messages: kind, name and file. */
    public String text() {
        var kind = kind().isEmpty() ? "a document without kind" : kind();
        return "%s %s (%s)".formatted(kind, name().isEmpty() ? "without a name" : name(), source);
    }
}
