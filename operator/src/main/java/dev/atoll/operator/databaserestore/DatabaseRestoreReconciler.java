// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
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

/** DatabaseRestore → observed → validated model → desired children → applied → status. */
@ControllerConfiguration(name = "databaserestore")
public final class DatabaseRestoreReconciler implements Reconciler<DatabaseRestore> {
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final ResourceApplier applier;
    private final StatusWriter statuses;
    private final OperatorConfig config;
    private final Clock clock;

    DatabaseRestoreReconciler(
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
    public UpdateControl<DatabaseRestore> reconcile(DatabaseRestore resource, Context<DatabaseRestore> context) {
        if (context.isPrimaryResourceDeleted() || resource.isMarkedForDeletion()) {
            statuses.forget(resource);
            return Revisit.never();
        }
        var observed = DatabaseRestoreObserved.read(resource, caches);
        var validated = DatabaseRestoreChecks.check(observed, DatabaseRestoreLine.tool(config));
        var desired = DatabaseRestoreDesired.of(observed, validated);
        var applied = applier.apply(DatabaseRestoreModel.identity(observed), desired);
        statuses.write(
                resource,
                DatabaseRestoreStatuses.after(observed, validated, applied, statuses.latest(resource), clock));
        return Revisit.after(applied, config.retryInterval(), PodProblem.settling(observed.pods(), clock.instant()));
    }

    @Override
    public ErrorStatusUpdateControl<DatabaseRestore> updateErrorStatus(
            DatabaseRestore resource, Context<DatabaseRestore> context, Exception failure) {
        return RepeatedFailure.report(resource, context, failure, statuses, clock);
    }

    @Override
    public List<EventSource<?, DatabaseRestore>> prepareEventSources(EventSourceContext<DatabaseRestore> context) {
        return List.of(DatabaseRestoreRelations.connect(new RelatedEventSource<>(caches, recent, context), caches));
    }
}
