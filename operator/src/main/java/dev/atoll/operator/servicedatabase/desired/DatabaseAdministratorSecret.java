// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the server's administrator logs in with. No service gets it: only the server itself, and Jobs that look after its
 * data.
 */
public final class DatabaseAdministratorSecret {
    private DatabaseAdministratorSecret() {}

    public static Secret of(ServiceDatabaseModel model, String password) {
        // spotless:off
        return new SecretBuilder()
            .withMetadata(KeptMetadata.of(model.identity(), model.administratorSecretName(), Map.of()))
            .withType("kubernetes.io/basic-auth")
            .withData(DatabaseSecret.encoded(login(model, password)))
            .build();
        // spotless:on
    }

    private static Map<String, String> login(ServiceDatabaseModel model, String password) {
        var login = new LinkedHashMap<String, String>();
        login.put("username", model.engine().administrator(model.settings()).orElseThrow());
        login.put("password", password);
        return login;
    }
}
