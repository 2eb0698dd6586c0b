// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.microservice.Dependency;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.Ports;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The environment of the container: the addresses of dependencies, the databases that ask for it, then what the spec
 * sets, which wins over a generated variable of the same name.
 */
final class Environment {
    /** Where a Service Binding client looks for bindings (servicebinding.io, workload projection). */
    static final String BINDING_ROOT = "/bindings";

    private static final List<String> DATABASE_KEYS =
            List.of("host", "port", "database", "username", "password", "uri");

    private Environment() {}

    static List<EnvVar> of(MicroserviceObserved observed) {
        var variables = new LinkedHashMap<String, EnvVar>();
        Stream.of(addresses(observed), bindings(observed), observed.resource().getSpec().env().stream())
                .flatMap(part -> part)
                .forEach(variable -> {
                    // Removed first, so that the order is that of the last mention: $(NAME) sees only what is above it.
                    variables.remove(variable.getName());
                    variables.put(variable.getName(), variable);
                });
        return List.copyOf(variables.values());
    }

    private static Stream<EnvVar> addresses(MicroserviceObserved observed) {
        return observed.resource().getSpec().dependencies().stream()
                .flatMap(dependency -> address(dependency, observed));
    }

    private static Stream<EnvVar> address(Dependency dependency, MicroserviceObserved observed) {
        var prefix = Names.environment(dependency.service());
        var target = observed.siblings().apply(dependency.service());
        var port = target.flatMap(service -> Ports.find(service, dependency.port()));
        if (target.isPresent() && port.isPresent()) {
            return Stream.of(
                    variable(prefix + "_HOST", Endpoints.host(target.get())),
                    variable(prefix + "_PORT", Integer.toString(Ports.servicePort(port.get()))),
                    variable(prefix + "_URL", Endpoints.url(target.get(), port.get())));
        }
        // A dependency that goes away must not restart its callers: what they were told stays.
        return Stream.of("_HOST", "_PORT", "_URL").flatMap(suffix -> told(observed, prefix + suffix).stream());
    }

    private static Optional<EnvVar> told(MicroserviceObserved observed, String name) {
        return observed.deployment().stream()
                .flatMap(deployment -> deployment.getSpec().getTemplate().getSpec().getContainers().stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> name.equals(variable.getName()) && variable.getValue() != null)
                .findFirst();
    }

    private static Stream<EnvVar> bindings(MicroserviceObserved observed) {
        if (observed.databases().isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(variable("SERVICE_BINDING_ROOT", BINDING_ROOT)),
                // The youngest first, so that the oldest has the last word about a name.
                observed.databases().reversed().stream()
                        .filter(database -> database.getSpec().binding().env())
                        .flatMap(Environment::credentials));
    }

    private static Stream<EnvVar> credentials(ServiceDatabase database) {
        var prefix = Objects.requireNonNullElse(database.getSpec().binding().envPrefix(), "DATABASE_");
        var secret = Names.bindingSecret(database.getMetadata().getName());
        return DATABASE_KEYS.stream()
                .map(key -> new EnvVarBuilder()
                        .withName(prefix + Names.environment(key))
                        .withNewValueFrom()
                        .withNewSecretKeyRef(key, secret, false)
                        .endValueFrom()
                        .build());
    }

    private static EnvVar variable(String name, String value) {
        return new EnvVar(name, value, null);
    }
}
