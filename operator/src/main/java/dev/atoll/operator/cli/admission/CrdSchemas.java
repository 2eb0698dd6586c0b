// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The schemas in the CRDs that this program was built with. */
final class CrdSchemas {
    private static final String FOLDER = "META-INF/atoll/crds/";
    private static final String SCHEMA = "/spec/versions/0/schema/openAPIV3Schema";

    private CrdSchemas() {}

    /** The schema of a kind, by its plural name with group. */
    static ObjectNode read(String plural) {
        var file = FOLDER + plural + ".yaml";
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return (ObjectNode) new YAMLMapper().readTree(in).at(SCHEMA);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
