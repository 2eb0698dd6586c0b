// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.microservice.desired.AppConfigMap;
import dev.atoll.operator.microservice.desired.AppDeployment;
import dev.atoll.operator.microservice.desired.AppDisruptionBudget;
import dev.atoll.operator.microservice.desired.AppHeadlessService;
import dev.atoll.operator.microservice.desired.AppNetworkPolicy;
import dev.atoll.operator.microservice.desired.AppService;
import dev.atoll.operator.microservice.desired.AppServiceAccount;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The children of a Microservice, in the order in which they are applied: what a pod needs comes before it. */
final class MicroserviceDesired {
    /** The kinds of its children that can be made again. */
    private static final List<Class<? extends HasMetadata>> PRUNABLE = List.of(
            ServiceAccount.class,
            ConfigMap.class,
            NetworkPolicy.class,
            Service.class,
            Deployment.class,
            PodDisruptionBudget.class);

    /** The kinds of its children. */
    static final List<Class<? extends HasMetadata>> KINDS = Stream.concat(
                    PRUNABLE.stream(), Stream.of(Job.class, DatabaseBackup.class))
            .toList();

    private MicroserviceDesired() {}

    /** The children of a valid Microservice; those of any other stay as they are. */
    static Desired of(MicroserviceObserved observed, Validated<MicroserviceModel> validated) {
        return validated instanceof Validated.Valid<MicroserviceModel>(var model, var unresolved)
                ? of(observed, model, new MigrationDesired(observed, model, MigrationProgress.of(observed, model)))
                : Desired.untouched();
    }

    private static Desired of(MicroserviceObserved observed, MicroserviceModel model, MigrationDesired migration) {
        boolean isHolding = migration.progress().isHolding();
        var rollout = isHolding
                // What serves goes on as it is; while nothing does, only the pods are held back.
                ? observed.deployment().isPresent() ? Stream.<HasMetadata>empty() : services(model)
                : Stream.concat(services(model), pods(model, migration.migrated()));
        return new Desired(
                List.of(),
                Stream.of(surroundings(model), migration.objects(), rollout)
                        .flatMap(objects -> objects)
                        .toList(),
                List.of(),
                isHolding ? List.of() : PRUNABLE,
                migration.expired().toList());
    }

    private static Stream<HasMetadata> surroundings(MicroserviceModel model) {
        return Stream.<Optional<? extends HasMetadata>>of(
                        AppServiceAccount.of(model), AppConfigMap.of(model), AppNetworkPolicy.of(model))
                .flatMap(Optional::stream);
    }

    private static Stream<HasMetadata> services(MicroserviceModel model) {
        return Stream.of(AppService.of(model), AppHeadlessService.of(model)).flatMap(Optional::stream);
    }

    private static Stream<HasMetadata> pods(MicroserviceModel model, List<String> migrated) {
        return Stream.<Optional<? extends HasMetadata>>of(
                        Optional.of(AppDeployment.of(model, migrated)), AppDisruptionBudget.of(model))
                .flatMap(Optional::stream);
    }
}
