// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.DatabaseLogin;
import dev.atoll.operator.engine.DatabaseServer;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.engine.SecretVolume;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.SafeSecurity;
import dev.atoll.operator.servicedatabase.LoginStep;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Job that lets a user into the server, or shuts one out. */
public final class LoginJob {
    private static final String ADMINISTRATOR = "administrator";
    private static final String CREDENTIALS = "credentials";

    /** A server that is being restarted is waited for: that makes some ten minutes. */
    private static final int RETRIES = 6;

    private LoginJob() {}

    public static Job of(ServiceDatabaseModel model, DatabaseLogin login, LoginStep step, String name) {
        // spotless:off
        return new JobBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(name)
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withBackoffLimit(RETRIES)
                .withTemplate(template(model, login, step))
            .endSpec()
            .build();
        // spotless:on
    }

    private static PodTemplateSpec template(ServiceDatabaseModel model, DatabaseLogin login, LoginStep step) {
        var pod = model.pod();
        var labels = Labels.selector(model.identity().name(), Identity.CREDENTIALS);
        labels.put(Labels.MANAGED_BY, Labels.ATOLL);
        // spotless:off
        return new PodTemplateSpecBuilder()
            .withNewMetadata()
                .withLabels(labels)
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
                .withContainers(container(model, login, step))
                .withVolumes(
                    SecretVolume.of(
                        ADMINISTRATOR, model.administratorSecretName(), List.of(DatabaseTransfer.PASSWORD)),
                    SecretVolume.of(
                        CREDENTIALS,
                        step.secret().getMetadata().getName(),
                        List.of(DatabaseLogin.USERNAME, DatabaseTransfer.PASSWORD)))
                .withNodeSelector(pod.scheduling().nodeSelector())
                .withTolerations(pod.scheduling().tolerations())
                .withPriorityClassName(pod.scheduling().priorityClassName())
            .endSpec()
            .build();
        // spotless:on
    }

    private static Container container(ServiceDatabaseModel model, DatabaseLogin login, LoginStep step) {
        var env = new TreeMap<>(login.env());
        env.put(DatabaseLogin.SHUT, step.shut().orElse(""));
        // spotless:off
        return new ContainerBuilder()
            .withName("login")
            .withImage(model.server().image())
            .withImagePullPolicy(model.pod().imagePullPolicy())
            .withCommand("bash", "-c", login.script())
            .withEnv(env.entrySet().stream()
                .map(variable -> new EnvVar(variable.getKey(), variable.getValue(), null))
                .toList())
            .withVolumeMounts(
                mount(ADMINISTRATOR, DatabaseTransfer.LOGIN),
                mount(CREDENTIALS, DatabaseServer.SECRETS))
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

    private static VolumeMount mount(String name, String path) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(true)
                .build();
    }
}
