// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.Map;

/** The images on the nodes of a cluster, each built and loaded when it is first asked for. */
public final class Images {
    private final KindCluster cluster;

    Images(KindCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Has an image on the nodes. Waits for another that is loading: two builds at once would only be slower.
     *
     * @param builder a script of {@code e2e-tests/images}
     * @param arguments what it wants to know
     * @return what identifies the image's content
     */
    public synchronized String load(String builder, String... arguments) {
        Path archive = Path.of(Program.run("e2e-tests/images/" + builder, arguments));
        // Its folder is named by a checksum.
        String content = archive.getName(archive.getNameCount() - 2).toString();
        if (!isLoaded(content)) {
            cluster.load(archive);
            record(content);
        }
        return content;
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
