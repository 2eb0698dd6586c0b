// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

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
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The children of a Microservice, in the order in which they are applied: what a pod needs comes before it. */
final class MicroserviceDesired {
    /** The kinds of its children. All of them can be made again, so all of them are pruned. */
    static final List<Class<? extends HasMetadata>> KINDS = List.of(
            ServiceAccount.class,
            ConfigMap.class,
            NetworkPolicy.class,
            Service.class,
            Deployment.class,
            PodDisruptionBudget.class);

    private MicroserviceDesired() {}

    /** The children of a valid Microservice; those of any other stay as they are. */
    static Desired of(Validated<MicroserviceModel> validated) {
        return validated instanceof Validated.Valid<MicroserviceModel>(var model, var unresolved)
                ? new Desired(objects(model), List.of(), KINDS)
                : Desired.untouched();
    }

    private static List<HasMetadata> objects(MicroserviceModel model) {
        return Stream.<Optional<? extends HasMetadata>>of(
                        AppServiceAccount.of(model),
                        AppConfigMap.of(model),
                        AppNetworkPolicy.of(model),
                        AppService.of(model),
                        AppHeadlessService.of(model),
                        Optional.of(AppDeployment.of(model)),
                        AppDisruptionBudget.of(model))
                .<HasMetadata>flatMap(Optional::stream)
                .toList();
    }
}
