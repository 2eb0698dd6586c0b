// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.SafeSecurity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The container that keeps content, or brings it back: with Atoll's own program. */
final class ToolContainer {
    /** It holds a part of an upload, not the backup. The last two are as the image's cache of classes wants them. */
    private static final String JAVA_OPTIONS = "-Xmx128m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders";

    private ToolContainer() {}

    static Container of(String name, BackupTool tool, BackupPlace place, List<String> args, boolean isReader) {
        // spotless:off
        return new ContainerBuilder()
            .withName(name)
            .withImage(tool.image())
            .withImagePullPolicy(tool.pullPolicy())
            .withArgs(Stream.of(args.stream(), placeArgs(place), Stream.of("--report=/dev/termination-log"))
                .flatMap(arguments -> arguments)
                // Kubernetes would take $(NAME) in an argument for a variable; a doubled $ is a plain one.
                .map(text -> text.replace("$", "$$"))
                .toList())
            .withEnv(new EnvVar("JAVA_TOOL_OPTIONS", JAVA_OPTIONS, null))
            .withVolumeMounts(TransferVolumes.toolMounts(place, isReader))
            .withNewResources()
                .withRequests(new TreeMap<>(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("128Mi"))))
                .withLimits(Map.of("memory", new Quantity("256Mi")))
            .endResources()
            .withTerminationMessagePolicy("FallbackToLogsOnError")
            .withSecurityContext(SafeSecurity.container(null))
            .build();
        // spotless:on
    }

    private static Stream<String> placeArgs(BackupPlace place) {
        var folder = Stream.of("--folder=" + place.folder());
        var s3 = place.destination().s3();
        var key = Stream.ofNullable(place.destination().encryption())
                .map(encryption -> "--encryption-key=" + TransferVolumes.KEY_FILE);
        return Stream.concat(
                Stream.concat(folder, key),
                s3 == null
                        ? Stream.of("--volume=" + TransferVolumes.PLACE_PATH)
                        : Stream.of(
                                        "--bucket=" + s3.bucket(),
                                        s3.endpoint() == null ? null : "--endpoint=" + s3.endpoint(),
                                        s3.region() == null ? null : "--region=" + s3.region(),
                                        "--credentials=" + TransferVolumes.CREDENTIALS_PATH)
                                .filter(Objects::nonNull));
    }
}
