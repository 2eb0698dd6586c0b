// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RecentWrites;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.kube.RepeatedFailure;
import dev.atoll.operator.kube.ResourceApplier;
import dev.atoll.operator.kube.Revisit;
import dev.atoll.operator.kube.StatusWriter;
import dev.atoll.operator.status.PodProblem;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;

/** DatabaseBackup → observed → validated model → desired children → applied → status. */
@ControllerConfiguration(name = "databasebackup")
public final class DatabaseBackupReconciler implements Reconciler<DatabaseBackup> {
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final ResourceApplier applier;
    private final StatusWriter statuses;
    private final OperatorConfig config;
    private final Clock clock;

    DatabaseBackupReconciler(
            ObjectCaches caches,
            RecentWrites recent,
            ResourceApplier applier,
            StatusWriter statuses,
            OperatorConfig config,
            Clock clock) {
        this.caches = caches;
        this.recent = recent;
        this.applier = applier;
        this.statuses = statuses;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public UpdateControl<DatabaseBackup> reconcile(DatabaseBackup resource, Context<DatabaseBackup> context) {
        if (context.isPrimaryResourceDeleted() || resource.isMarkedForDeletion()) {
            statuses.forget(resource);
            return Revisit.never();
        }
        var observed = DatabaseBackupObserved.read(resource, caches);
        var validated = DatabaseBackupChecks.check(observed, DatabaseBackupLine.tool(config));
        var desired = DatabaseBackupDesired.of(observed, validated);
        var applied = applier.apply(DatabaseBackupModel.identity(observed), desired);
        statuses.write(
                resource,
                DatabaseBackupStatuses.after(observed, validated, applied, statuses.conditions(resource), clock));
        return Revisit.after(applied, config.retryInterval(), PodProblem.settling(observed.pods(), clock.instant()));
    }

    @Override
    public ErrorStatusUpdateControl<DatabaseBackup> updateErrorStatus(
            DatabaseBackup resource, Context<DatabaseBackup> context, Exception failure) {
        return RepeatedFailure.report(resource, context, failure, statuses, clock);
    }

    @Override
    public List<EventSource<?, DatabaseBackup>> prepareEventSources(EventSourceContext<DatabaseBackup> context) {
        return List.of(DatabaseBackupRelations.connect(new RelatedEventSource<>(caches, recent, context), caches));
    }
}
