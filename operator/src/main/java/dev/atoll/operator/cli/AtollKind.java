// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.databasebackup.DatabaseBackupLine;
import dev.atoll.operator.databaserestore.DatabaseRestoreLine;
import dev.atoll.operator.gatewaydefaults.GatewayDefaultsLine;
import dev.atoll.operator.gatewayroute.GatewayRouteLine;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.line.Outlook;
import dev.atoll.operator.microservice.MicroserviceLine;
import dev.atoll.operator.scalingpolicy.ScalingPolicyLine;
import dev.atoll.operator.servicedatabase.ServiceDatabaseLine;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of Atoll's own kinds.
 *
 * @param type its class
 * @param line what becomes of its resources; null as long as nothing does
 */
public record AtollKind<R extends HasMetadata>(
        Class<R> type, @Nullable Line<R> line) {
    /** Every kind. */
    public static final List<AtollKind<?>> ALL = List.of(
            new AtollKind<>(Microservice.class, MicroserviceLine::of),
            new AtollKind<>(GatewayRoute.class, (route, known, config) -> GatewayRouteLine.of(route, known)),
            new AtollKind<>(
                    GatewayDefaults.class, (defaults, known, config) -> GatewayDefaultsLine.of(defaults, known)),
            new AtollKind<>(ScalingPolicy.class, (policy, known, config) -> ScalingPolicyLine.of(policy, known)),
            new AtollKind<>(ServiceDatabase.class, ServiceDatabaseLine::of),
            new AtollKind<>(DatabaseBackup.class, DatabaseBackupLine::of),
            new AtollKind<>(DatabaseRestore.class, DatabaseRestoreLine::of));

    static final String GROUP = "atoll.dev/";

    /** The kind of that name. */
    public static Optional<AtollKind<?>> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The names of all kinds, for messages. */
    static String names() {
        return ALL.stream().map(AtollKind::name).collect(Collectors.joining(", "));
    }

    /** As in {@code kind:}. */
    public String name() {
        return HasMetadata.getKind(type);
    }

    /** As in {@code apiVersion:}. */
    String apiVersion() {
        return HasMetadata.getApiVersion(type);
    }

    /** As its CRD is named. */
    String plural() {
        return HasMetadata.getFullResourceName(type);
    }

    /** What a resource of this kind would become. */
    public Optional<Outlook> outlook(HasMetadata resource, KnownObjects known, OperatorConfig config) {
        return Optional.ofNullable(line).map(present -> present.of(type.cast(resource), known, config));
    }

    /** The pure part of a kind's line. */
    @FunctionalInterface
    public interface Line<R extends HasMetadata> {
        /** What a resource becomes, given the other objects. */
        Outlook of(R resource, KnownObjects known, OperatorConfig config);
    }
}
