// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.DatabaseLogin;
import dev.atoll.operator.engine.DatabaseServer;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.engine.SecretVolume;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.servicedatabase.LoginStep;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
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
        var env = new TreeMap<>(login.env());
        env.put(DatabaseLogin.SHUT, step.shut().orElse(""));
        var mounts = List.of(
                ServerJobPod.mount(ADMINISTRATOR, DatabaseTransfer.LOGIN, true),
                ServerJobPod.mount(CREDENTIALS, DatabaseServer.SECRETS, true));
        return ServerJobPod.of(
                model,
                Identity.CREDENTIALS,
                List.of(),
                ServerJobPod.container(model, "login", login.script(), env, mounts),
                List.of(
                        SecretVolume.of(
                                ADMINISTRATOR, model.administratorSecretName(), List.of(DatabaseTransfer.PASSWORD)),
                        SecretVolume.of(
                                CREDENTIALS,
                                step.secret().getMetadata().getName(),
                                List.of(DatabaseLogin.USERNAME, DatabaseTransfer.PASSWORD))));
    }
}
