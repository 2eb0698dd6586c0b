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

    /** The folders of the CRDs: this module's own, and the chart's, since Helm takes them from nowhere else. */
    static final List<Path> MANIFESTS = List.of(Path.of("manifests"), Path.of("../helm/atoll/crds"));

    private GeneratedFiles() {}

    static Map<Path, String> all() {
        List<ObjectNode> crds = Kinds.ALL.stream().map(CrdDocument::of).toList();
        Map<Path, String> files = new LinkedHashMap<>();
        MANIFESTS.forEach(
                folder -> crds.forEach(crd -> files.put(folder.resolve(fileName(crd)), HEADER + Yaml.write(crd))));
        files.put(Path.of("REFERENCE.md"), Reference.of(crds));
        return files;
    }

    private static String fileName(ObjectNode crd) {
        return crd.at("/metadata/name").asText() + ".yaml";
    }
}
