// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the volumes that pods get beside those of the spec. */
public final class GeneratedVolumes {
    /** A writable folder beside the read-only root. */
    public static final String TMP = "tmp";
    /** Where it is mounted, unless the spec mounts something there. */
    public static final String TMP_PATH = "/tmp";
    /** The configuration files. */
    public static final String CONFIG = "config";

    private static final String BINDING = "binding-";

    private GeneratedVolumes() {}

    /** The name of the volume with the credentials of a database. */
    public static String binding(String database) {
        return BINDING + database;
    }

    /** Whether the spec brings its own folder for temporary files. */
    public static boolean hasOwnTmp(List<VolumeMount> mounts) {
        return mounts.stream().anyMatch(mount -> TMP_PATH.equals(mount.getMountPath()));
    }

    /** The names that are taken in the pods of a service. */
    static Set<String> names(MicroserviceObserved observed) {
        var spec = observed.resource().getSpec();
        var names = new HashSet<String>();
        if (!hasOwnTmp(spec.volumeMounts())) {
            names.add(TMP);
        }
        if (spec.config() != null && !spec.config().files().isEmpty()) {
            names.add(CONFIG);
        }
        observed.databases()
                .forEach(database -> names.add(binding(database.getMetadata().getName())));
        return names;
    }
}
