// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.api.v1alpha1.servicedatabase.Initialization;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is particular to one engine. Images are taken to keep the contract of the engine's official one: its
 * environment variables, its paths, its user and its entry point.
 */
public interface DatabaseEngine {

    /** The engine. */
    Engine kind();

    /** Where its servers listen. */
    DatabaseServer.Port port();

    /** What it cannot carry out of what a ServiceDatabase asks, all at once. */
    List<Violation> problemsOf(DatabaseSettings settings);

    /** Why data of one version cannot simply be opened by another one. */
    Optional<Violation> problemOfChange(EngineVersion from, EngineVersion to);

    /** Why the content of a backup of one version cannot be put into a server of another one. */
    Optional<String> problemOfLoad(EngineVersion from, EngineVersion to);

    /** How the server is run; only for settings without problems. */
    DatabaseServer server(DatabaseSettings settings);

    /** What a client needs, by the well-known names of the Service Binding specification, {@code type} among them. */
    Map<String, String> binding(Connection connection);

    /** The name of the database by which clients ask for it. */
    default String databaseOf(DatabaseSettings settings) {
        return settings.database();
    }

    /**
     * The name of the server's administrator, who has a Secret of its own that no service gets. Empty where it is the
     * owner's user.
     */
    Optional<String> administrator(DatabaseSettings settings);

    /**
     * How the content of the database is taken out of its server while that goes on, and put into another.
     *
     * @param host where the server is reached
     */
    DatabaseTransfer transfer(DatabaseSettings settings, String host);

    /**
     * How users are let in and shut out while the server goes on. Empty where it has no administrator who could.
     *
     * @param host where the server is reached
     */
    Optional<DatabaseLogin> login(DatabaseSettings settings, String host);

    /** What it cannot carry out of what new data is to begin with, all at once. */
    default List<Violation> problemsOf(Initialization wanted) {
        return List.of(new Violation(
                Reason.FeatureNotSupported,
                "spec.initialization",
                "is given, and %s has neither schemas nor extensions, nor are scripts run in it; remove it, and let the service make what it needs"
                        .formatted(kind())));
    }

    /**
     * How new data gets what it is to begin with; only for what is without problems. Empty where it gets nothing.
     *
     * @param host where the server is reached while nobody else can reach it
     */
    default Optional<DatabaseInitialization> initialization(
            DatabaseSettings settings, Initialization wanted, String host) {
        return Optional.empty();
    }

    /**
     * How its server archives everything that it writes. Empty where it cannot, or has no administrator who could copy its
     * files.
     *
     * @param place says where to, by a name that is nobody else's
     * @param timeout how long something may wait for that
     */
    default Optional<DatabaseArchiving> archiving(DatabaseSettings settings, String place, Duration timeout) {
        return Optional.empty();
    }

    /**
     * How the files of a server that archives are copied while it goes on, and become a server of a later time. Empty where
     * {@link #archiving} is.
     *
     * @param host where the server is reached
     * @param place what it archives to
     */
    default Optional<DatabaseTransfer> base(DatabaseSettings settings, String host, String place) {
        return Optional.empty();
    }

    /** Why a base backup of one version cannot become a server of another one. */
    default Optional<String> problemOfBase(EngineVersion from, EngineVersion to) {
        return Optional.of("%s has no base backups; restore a dump".formatted(kind()));
    }
}
