// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.meta.ArchiverReport;
import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupTool;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The container beside a server that stores what that hands over. It is there before the server and after it, and may end without
 * it.
 *
 * @param tool its program
 * @param history where everything goes below
 * @param patienceSeconds how long it goes on when nothing can be stored
 * @param filesName the ConfigMap with what the server needs for it
 */
public record Archiver(BackupTool tool, BackupPlace history, long patienceSeconds, String filesName) {
    /** A part of an upload, twice, and what is being compressed. The last two are as the image's cache of classes wants them. */
    private static final String JAVA_OPTIONS = "-Xmx64m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders";

    private static final String FILES = "archive";

    /** The container, to be run as an init container that goes on. */
    public Container container() {
        var args = List.of("archive-wal", "--from=" + DatabaseTransfer.EXCHANGE, "--patience=" + patienceSeconds);
        // spotless:off
        return new ContainerBuilder(ToolContainer.of(ArchiverReport.CONTAINER, tool, history, args, false))
            .withRestartPolicy("Always")
            .withEnv(new EnvVar("JAVA_TOOL_OPTIONS", JAVA_OPTIONS, null))
            .withNewResources()
                .withRequests(new TreeMap<>(Map.of("cpu", new Quantity("10m"), "memory", new Quantity("96Mi"))))
                .withLimits(Map.of("memory", new Quantity("192Mi")))
            .endResources()
            .build();
        // spotless:on
    }

    /** The volumes that the pod needs for it. Without its Secrets it cannot work, but the server can. */
    public List<Volume> volumes() {
        // spotless:off
        var files = new VolumeBuilder()
            .withName(FILES)
            .withNewConfigMap()
                .withName(filesName)
            .endConfigMap()
            .build();
        // spotless:on
        return Stream.concat(TransferVolumes.ofTool(history).stream().map(Archiver::optional), Stream.of(files))
                .toList();
    }

    /** Where the server's own container sees what the two share. */
    public List<VolumeMount> serverMounts() {
        return List.of(TransferVolumes.exchange(), TransferVolumes.mount(FILES, DatabaseArchiving.FILES, true));
    }

    private static Volume optional(Volume volume) {
        if (volume.getSecret() != null) {
            volume.getSecret().setOptional(true);
        }
        return volume;
    }
}
