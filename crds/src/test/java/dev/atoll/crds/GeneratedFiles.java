// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of every file that is made from the records, by its path in this module. */
final class GeneratedFiles {
    private static final String HEADER = """
            # SPDX-License-Identifier: Apache-2.0
            # Generated from the records in src/main/java by `make generate`. Do not edit.
            """;

    private GeneratedFiles() {}

    static Map<Path, String> all() {
        List<ObjectNode> crds = Kinds.ALL.stream().map(CrdDocument::of).toList();
        Map<Path, String> files = new LinkedHashMap<>();
        crds.forEach(crd -> files.put(manifest(crd), HEADER + Yaml.write(crd)));
        files.put(Path.of("REFERENCE.md"), Reference.of(crds));
        return files;
    }

    private static Path manifest(ObjectNode crd) {
        return Path.of("manifests", crd.at("/metadata/name").asText() + ".yaml");
    }
}
