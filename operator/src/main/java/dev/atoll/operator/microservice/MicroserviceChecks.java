// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.microservice.HealthCheck;
import dev.atoll.api.v1alpha1.microservice.MicroserviceSpec;
import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.api.v1alpha1.microservice.Protocol;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Ports;
import dev.atoll.operator.meta.StrategicMerge;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a Microservice and that its schema cannot see, all at once. */
final class MicroserviceChecks {
    /** What a ConfigMap holds, in bytes. */
    private static final int MAX_CONFIG = 1024 * 1024;

    private MicroserviceChecks() {}

    /** The model, or why there is none. */
    static Validated<MicroserviceModel> check(MicroserviceObserved observed) {
        var spec = observed.resource().getSpec();
        if (spec.paused()) {
            return new Validated.Paused<>();
        }
        var violations = Stream.of(servicePorts(spec), probes(spec), config(spec), volumes(observed), podTemplate(spec))
                .flatMap(List::stream)
                .toList();
        return violations.isEmpty()
                ? new Validated.Valid<>(MicroserviceModel.from(observed), Dependencies.unresolved(observed))
                : new Validated.Invalid<>(violations);
    }

    /** Two ports of a Service may share a number only if one is UDP. */
    private static List<Violation> servicePorts(MicroserviceSpec spec) {
        var violations = new ArrayList<Violation>();
        var taken = new HashMap<String, String>();
        for (int i = 0; i < spec.ports().size(); i++) {
            var port = spec.ports().get(i);
            var other = taken.putIfAbsent(transport(port) + Ports.servicePort(port), port.name());
            if (other != null) {
                violations.add(new Violation(
                        Reason.Conflict,
                        "spec.ports[%d].servicePort".formatted(i),
                        "is %d, as that of port %s; give each port a number of its own"
                                .formatted(Ports.servicePort(port), other)));
            }
        }
        return violations;
    }

    private static String transport(Port port) {
        return port.protocol() == Protocol.UDP ? "UDP/" : "TCP/";
    }

    private static List<Violation> probes(MicroserviceSpec spec) {
        var health = spec.health();
        if (health == null) {
            return List.of();
        }
        return Stream.of(
                        probe(spec, "readiness", health.readiness()),
                        probe(spec, "liveness", health.liveness()),
                        probe(spec, "startup", health.startup()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Violation> probe(MicroserviceSpec spec, String name, @Nullable HealthCheck check) {
        if (check == null || !check.command().isEmpty()) {
            return Optional.empty();
        }
        var field = "spec.health." + name + ".port";
        if (spec.ports().isEmpty()) {
            return Optional.of(new Violation(
                    Reason.PortNotFound, field, "needs a port and spec.ports is empty; add one or check by command"));
        }
        var known = spec.ports().stream().map(Port::name).toList();
        return check.port() == null || known.contains(check.port())
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.PortNotFound,
                        field,
                        "names port %s, which spec.ports does not have; use one of %s"
                                .formatted(check.port(), String.join(", ", known))));
    }

    /** The files become a ConfigMap, whose content Kubernetes limits as a whole. */
    private static List<Violation> config(MicroserviceSpec spec) {
        int size = spec.config() == null
                ? 0
                : spec.config().files().values().stream()
                        .mapToInt(content -> content.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
        return size <= MAX_CONFIG
                ? List.of()
                : List.of(new Violation(
                        Reason.Invalid,
                        "spec.config.files",
                        ("hold %d bytes together, and a ConfigMap has room for %d; shorten them, or put some into the image or"
                                        + " into a volume of spec.volumes")
                                .formatted(size, MAX_CONFIG)));
    }

    /** The generated volumes keep their names; a second of one name would be refused by the API server. */
    private static List<Violation> volumes(MicroserviceObserved observed) {
        var generated = GeneratedVolumes.names(observed);
        var volumes = observed.resource().getSpec().volumes();
        return IntStream.range(0, volumes.size())
                .filter(i -> generated.contains(volumes.get(i).getName()))
                .mapToObj(i -> new Violation(
                        Reason.Conflict,
                        "spec.volumes[%d].name".formatted(i),
                        "is %s, as that of a volume that every pod of this service gets; rename it"
                                .formatted(volumes.get(i).getName())))
                .toList();
    }

    private static List<Violation> podTemplate(MicroserviceSpec spec) {
        return Optional.ofNullable(spec.podTemplate())
                .flatMap(StrategicMerge::problemOf)
                .map(problem -> new Violation(Reason.Invalid, "spec.podTemplate", problem))
                .stream()
                .toList();
    }
}
