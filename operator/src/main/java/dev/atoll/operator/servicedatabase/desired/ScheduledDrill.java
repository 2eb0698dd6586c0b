// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestoreSpec;
import dev.atoll.api.v1alpha1.databaserestore.RestoreMode;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A drill of the schedule: the restore of a backup that touches nothing. */
public final class ScheduledDrill {
    private ScheduledDrill() {}

    /**
     * The resource.
     *
     * @param time for which it is made
     * @param backup the backup that is tried
     * @param query what is asked of what it has
     */
    public static DatabaseRestore of(ServiceDatabaseModel model, Instant time, String backup, Optional<String> query) {
        return of(
                metadata(
                        model.identity(),
                        Names.scheduledDrill(model.identity().name(), time),
                        Map.of(Annotations.SCHEDULED_FOR, time.toString())),
                model.identity().name(),
                backup,
                query);
    }

    static DatabaseRestore of(ObjectMeta metadata, String database, String backup, Optional<String> query) {
        var drill = new DatabaseRestore();
        drill.setMetadata(metadata);
        drill.setSpec(new DatabaseRestoreSpec(
                database, RestoreMode.Drill, backup, null, null, query.orElse(null), Defaults.absent()));
        return drill;
    }

    /** Of a drill, which goes with its database. */
    static ObjectMeta metadata(Identity identity, String name, Map<String, String> annotations) {
        // spotless:off
        return new ObjectMetaBuilder()
            .withNamespace(identity.namespace())
            .withName(name)
            .withLabels(Labels.metadata(identity))
            .withAnnotations(annotations)
            .withOwnerReferences(identity.owner())
            .build();
        // spotless:on
    }
}
