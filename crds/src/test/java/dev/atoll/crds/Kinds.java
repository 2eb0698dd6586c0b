// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** Every kind of the API. */
final class Kinds {
    static final List<Class<? extends CustomResource<?, ?>>> ALL = List.of(
            Microservice.class,
            GatewayRoute.class,
            GatewayDefaults.class,
            ScalingPolicy.class,
            ServiceDatabase.class,
            DatabaseBackup.class,
            DatabaseRestore.class);

    private Kinds() {}

    static Class<? extends CustomResource<?, ?>> named(String name) {
        return ALL.stream()
                .filter(kind -> kind.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind is named " + name));
    }

    static Class<?> spec(Class<? extends CustomResource<?, ?>> kind) {
        return JavaTypes.raw(arguments(kind)[0]);
    }

    static Class<?> status(Class<? extends CustomResource<?, ?>> kind) {
        return JavaTypes.raw(arguments(kind)[1]);
    }

    private static Type[] arguments(Class<?> kind) {
        return ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
    }
}
