// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One object of the input as it was written.
 *
 * @param content its fields
 * @param source the file that it is from
 */
record Document(ObjectNode content, String source) {

    String apiVersion() {
        return content.path("apiVersion").asText();
    }

    String kind() {
        return content.path("kind").asText();
    }

    String name() {
        return content.path("metadata").path("name").asText();
    }

    /** The namespace that it names; empty when it names none. */
    String namespace() {
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
    String text() {
        var kind = kind().isEmpty() ? "a document without kind" : kind();
        return "%s %s (%s)".formatted(kind, name().isEmpty() ? "without a name" : name(), source);
    }
}
