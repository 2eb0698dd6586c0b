// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.DatabaseInitialization;
import dev.atoll.operator.engine.DatabaseServer;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.engine.SecretVolume;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.InitializationPlan;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Job that initializes new data: as the administrator, then as the owner's user, then as the administrator again, each in a
 * container of its own, so that the owner's scripts see nothing of the administrator's.
 */
public final class InitializationJob {
    private static final String ADMINISTRATOR = "administrator";
    private static final String CREDENTIALS = "credentials";
    private static final String SCRIPTS = "scripts";
    private static final String EXCHANGE = "exchange";

    /** A server that is being restarted is waited for: that makes some ten minutes. */
    private static final int RETRIES = 6;

    private InitializationJob() {}

    /**
     * The object.
     *
     * @param volume UID of the claim with the data
     */
    public static Job of(ServiceDatabaseModel model, InitializationPlan plan, String name, String volume) {
        // spotless:off
        return new JobBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(name)
                .withLabels(Labels.metadata(model.identity()))
                .withAnnotations(Map.of(Annotations.INITIALIZES, volume))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withBackoffLimit(RETRIES)
                .withNewPodFailurePolicy()
                    .addNewRule()
                        .withAction("FailJob")
                        .withNewOnExitCodes()
                            .withOperator("In")
                            .withValues(DatabaseInitialization.WRONG)
                        .endOnExitCodes()
                    .endRule()
                .endPodFailurePolicy()
                .withTemplate(template(model, plan))
            .endSpec()
            .build();
        // spotless:on
    }

    private static PodTemplateSpec template(ServiceDatabaseModel model, InitializationPlan plan) {
        var how = plan.how();
        return ServerJobPod.of(
                model,
                Identity.INITIALIZATION,
                List.of(
                        ServerJobPod.container(model, "prepare", how.prepareScript(), how.env(), administrator()),
                        ServerJobPod.container(model, SCRIPTS, how.runScript(), how.env(), owner(plan))),
                ServerJobPod.container(model, "finish", how.finishScript(), how.env(), administrator()),
                volumes(model, plan));
    }

    private static List<Volume> volumes(ServiceDatabaseModel model, InitializationPlan plan) {
        var login = List.of(DatabaseTransfer.PASSWORD);
        return Stream.concat(
                        Stream.of(
                                SecretVolume.of(ADMINISTRATOR, model.administratorSecretName(), login),
                                SecretVolume.of(CREDENTIALS, model.secretName(), login),
                                new VolumeBuilder()
                                        .withName(EXCHANGE)
                                        .withEmptyDir(new EmptyDirVolumeSource())
                                        .build()),
                        plan.configMap().stream().map(InitializationJob::scripts))
                .toList();
    }

    private static Volume scripts(String configMap) {
        // spotless:off
        return new VolumeBuilder()
            .withName(SCRIPTS)
            .withNewConfigMap()
                .withName(configMap)
            .endConfigMap()
            .build();
        // spotless:on
    }

    private static List<VolumeMount> administrator() {
        return List.of(
                ServerJobPod.mount(ADMINISTRATOR, DatabaseTransfer.LOGIN, true),
                ServerJobPod.mount(CREDENTIALS, DatabaseServer.SECRETS, true),
                ServerJobPod.mount(EXCHANGE, DatabaseInitialization.EXCHANGE, null));
    }

    private static List<VolumeMount> owner(InitializationPlan plan) {
        return Stream.concat(
                        Stream.of(
                                ServerJobPod.mount(CREDENTIALS, DatabaseServer.SECRETS, true),
                                ServerJobPod.mount(EXCHANGE, DatabaseInitialization.EXCHANGE, null)),
                        plan.configMap().stream()
                                .map(name -> ServerJobPod.mount(SCRIPTS, DatabaseInitialization.SCRIPTS, true)))
                .toList();
    }
}
