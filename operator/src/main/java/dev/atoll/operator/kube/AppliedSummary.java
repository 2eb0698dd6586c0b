// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.operator.meta.Checksum;

/**
 * What one manager applied to an object, in few bytes: enough to tell whether an apply would change it. Caches keep this
 * in place of {@code metadata.managedFields}, which is several times as large as the object it describes.
 *
 * @param checksum of the content in comparable form, see {@link AppliedForm}; the same for any order of fields
 * @param isEmpty whether there is nothing in it
 * @param hasReplicas whether {@code spec.replicas} is part of it
 */
record AppliedSummary(String checksum, boolean isEmpty, boolean hasReplicas) {
    private static final String REPLICAS = "/spec/replicas";
    private static final ObjectWriter SORTED =
            JsonMapper.builder().build().writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    /** What a manager applied that never did. */
    static final AppliedSummary NOTHING = of(JsonNodeFactory.instance.objectNode());

    /** Of content in comparable form. */
    static AppliedSummary of(ObjectNode content) {
        return new AppliedSummary(
                Checksum.of(text(content)),
                content.isEmpty(),
                !content.at(REPLICAS).isMissingNode());
    }

    private static String text(JsonNode content) {
        try {
            return SORTED.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }
}
