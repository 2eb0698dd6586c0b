// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import dev.atoll.e2e.cluster.Program;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The images on the nodes of a cluster, each built and loaded when it is first asked for. */
public final class Images {
    private final KindCluster cluster;

    Images(KindCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Has images on the nodes. Waits for others that are loading: two builds at once would only be slower.
     *
     * @param images as {@code e2e-tests/images/build-all} names them, such as {@code actor:1}
     * @return what identifies the content of each
     */
    public synchronized List<String> load(String... images) {
        List<Path> archives = Program.run("e2e-tests/images/build-all", images)
                .lines()
                .map(Path::of)
                .toList();
        List<Path> missing =
                archives.stream().filter(archive -> !isLoaded(content(archive))).toList();
        if (!missing.isEmpty()) {
            cluster.load(missing);
            missing.forEach(archive -> record(content(archive)));
        }
        return archives.stream().map(Images::content).toList();
    }

    /** Its folder is named by a checksum. */
    private static String content(Path archive) {
        return archive.getName(archive.getNameCount() - 2).toString();
    }

    private boolean isLoaded(String content) {
        ConfigMap known = known().get();
        return known != null && known.getData() != null && known.getData().containsKey(content);
    }

    /** In the cluster, since it may be used again by another process, and its images go with it. */
    private void record(String content) {
        if (known().get() == null) {
            known().create();
        }
        known().edit(map -> new ConfigMapBuilder(map).addToData(content, "").build());
    }

    private Resource<ConfigMap> known() {
        var empty = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("loaded-images")
                .endMetadata()
                .withData(Map.of())
                .build();
        return cluster.client().resource(empty);
    }
}
