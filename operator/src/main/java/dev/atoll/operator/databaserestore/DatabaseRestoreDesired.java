// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.operator.databaserestore.desired.RestoreJob;
import dev.atoll.operator.databaserestore.desired.RestoredVolumeClaim;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.JobHealth;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The children of a DatabaseRestore: a volume, and the Job that fills it. Until that is done the volume goes with the resource;
 * then, in one write, it becomes the database's, which goes over to it. Nothing else of the database is touched. A drill has
 * the Job alone.
 */
final class DatabaseRestoreDesired {
    /** The kinds of its children. */
    static final List<Class<? extends HasMetadata>> KINDS = List.of(PersistentVolumeClaim.class, Job.class);

    private static final List<Class<? extends HasMetadata>> PRUNABLE = List.of(Job.class);

    private DatabaseRestoreDesired() {}

    static Desired of(DatabaseRestoreObserved observed, Validated<DatabaseRestoreModel> validated) {
        if (observed.isOver()) {
            return Conditions.hold(observed.resource(), ConditionType.STALLED)
                    ? Desired.untouched()
                    : new Desired(List.of(), List.of(), PRUNABLE);
        }
        return validated instanceof Validated.Valid<DatabaseRestoreModel>(var model, var unresolved)
                        && observed.before().isEmpty()
                        && !observed.isHandedOver()
                ? begun(observed, model)
                : Desired.untouched();
    }

    /** A drill has a volume that goes with the pod of its Job. */
    private static Desired begun(DatabaseRestoreObserved observed, DatabaseRestoreModel model) {
        return observed.isDrill()
                ? new Desired(List.of(job(model)), List.of(), List.of(), List.of())
                : new Desired(
                        List.of(claim(model), job(model)), List.of(), List.of(belonging(observed, model)), List.of());
    }

    private static Desired.Once claim(DatabaseRestoreModel model) {
        return new Desired.Once(
                PersistentVolumeClaim.class,
                model.identity().namespace(),
                model.volume().claimName(),
                () -> RestoredVolumeClaim.of(model),
                Optional.empty());
    }

    private static Desired.Once job(DatabaseRestoreModel model) {
        return new Desired.Once(
                Job.class,
                model.identity().namespace(),
                model.identity().name(),
                () -> RestoreJob.of(model),
                Optional.empty());
    }

    private static Desired.Amendment belonging(DatabaseRestoreObserved observed, DatabaseRestoreModel model) {
        return observed.job()
                .map(job -> JobHealth.of(job, List.of(), RestoreJob.FETCH, Instant.EPOCH))
                .filter(JobHealth.Succeeded.class::isInstance)
                .map(JobHealth.Succeeded.class::cast)
                .map(done -> RestoredVolumeClaim.handedOver(
                        model,
                        done.completionTime(),
                        observed.target()
                                .claim()
                                .map(claim -> claim.getMetadata().getName())))
                .orElseGet(() -> RestoredVolumeClaim.kept(model));
    }
}
