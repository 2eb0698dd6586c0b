// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.DatabaseInitialization;
import dev.atoll.operator.engine.DatabaseServer;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.engine.SecretVolume;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.SafeSecurity;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.InitializationPlan;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** By these the database lets its pods in, and the reconciler finds them. */
    private static Map<String, String> labels(ServiceDatabaseModel model) {
        var labels = new LinkedHashMap<>(Labels.selector(model.identity().name(), Identity.INITIALIZATION));
        labels.put(Labels.MANAGED_BY, Labels.ATOLL);
        return labels;
    }

    private static PodTemplateSpec template(ServiceDatabaseModel model, InitializationPlan plan) {
        var pod = model.pod();
        var how = plan.how();
        // spotless:off
        return new PodTemplateSpecBuilder()
            .withNewMetadata()
                .withLabels(labels(model))
            .endMetadata()
            .withNewSpec()
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withSecurityContext(SafeSecurity.pod(new PodSecurityContextBuilder()
                    .withRunAsUser(model.server().user())
                    .withRunAsGroup(model.server().user())
                    .withFsGroup(model.server().user())
                    .build()))
                .withImagePullSecrets(pod.imagePullSecrets().stream().map(LocalObjectReference::new).toList())
                .withInitContainers(
                    container(model, "prepare", how.prepareScript(), plan, administrator()),
                    container(model, SCRIPTS, how.runScript(), plan, owner(plan)))
                .withContainers(container(model, "finish", how.finishScript(), plan, administrator()))
                .withVolumes(volumes(model, plan))
                .withNodeSelector(pod.scheduling().nodeSelector())
                .withTolerations(pod.scheduling().tolerations())
                .withPriorityClassName(pod.scheduling().priorityClassName())
            .endSpec()
            .build();
        // spotless:on
    }

    private static Container container(
            ServiceDatabaseModel model, String name, String script, InitializationPlan plan, List<VolumeMount> mounts) {
        // spotless:off
        return new ContainerBuilder()
            .withName(name)
            .withImage(model.server().image())
            .withImagePullPolicy(model.pod().imagePullPolicy())
            .withCommand("bash", "-c", script)
            .withEnv(plan.how().env().entrySet().stream()
                .map(variable -> new EnvVar(variable.getKey(), variable.getValue(), null))
                .toList())
            .withVolumeMounts(mounts)
            .withNewResources()
                .withRequests(requests())
            .endResources()
            .withTerminationMessagePolicy("FallbackToLogsOnError")
            .withSecurityContext(SafeSecurity.container(null))
            .build();
        // spotless:on
    }

    private static Map<String, Quantity> requests() {
        var requests = new TreeMap<String, Quantity>();
        requests.put("cpu", new Quantity("10m"));
        requests.put("memory", new Quantity("32Mi"));
        return requests;
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
                mount(ADMINISTRATOR, DatabaseTransfer.LOGIN, true),
                mount(CREDENTIALS, DatabaseServer.SECRETS, true),
                mount(EXCHANGE, DatabaseInitialization.EXCHANGE, null));
    }

    private static List<VolumeMount> owner(InitializationPlan plan) {
        return Stream.concat(
                        Stream.of(
                                mount(CREDENTIALS, DatabaseServer.SECRETS, true),
                                mount(EXCHANGE, DatabaseInitialization.EXCHANGE, null)),
                        plan.configMap().stream().map(name -> mount(SCRIPTS, DatabaseInitialization.SCRIPTS, true)))
                .toList();
    }

    private static VolumeMount mount(String name, String path, @Nullable Boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(readOnly)
                .build();
    }
}
