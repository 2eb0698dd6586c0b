// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.status.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * MariaDB, by the contract of the official image {@code mariadb}: its environment variables, and {@code healthcheck.sh}
 * with a user of its own (in the image since June 2023). The owner's user has its database and nothing else.
 */
final class MariaDbEngine implements DatabaseEngine {
    /** Those with long-term support. */
    private static final ReleaseSeries SERIES = new ReleaseSeries("MariaDB", List.of("10.11", "11.4", "11.8"));

    private static final DatabaseServer.Port PORT = new DatabaseServer.Port("mariadb", 3306);
    private static final long USER = 999;

    /** A buffer pool of gigabytes is written back before the server ends. */
    private static final long GRACE_PERIOD_SECONDS = 120;

    private static final String PASSWORD = "password";

    /** Settings that the image, the probes or the Services rely on, and those that would let in whoever comes. */
    private static final Set<String> RESERVED = Set.of(
            "basedir",
            "bind_address",
            "bootstrap",
            "datadir",
            "init_file",
            "pid_file",
            "plugin_dir",
            "plugin_load",
            "plugin_load_add",
            "port",
            "skip_grant_tables",
            "skip_networking",
            "socket",
            "tmpdir",
            "user");

    private static final ReservedNames NAMES = new ReservedNames(
            "MariaDB",
            Set.of("information_schema", "mysql", "performance_schema", "sys"),
            Set.of("healthcheck", "mysql", "public", "root"));

    private static final Pattern IMAGE_VERSION =
            Pattern.compile("(?:.*/)?mariadb:([0-9]{1,4}[.][0-9]{1,4})(?:[.@-].*)?");

    @Override
    public Engine kind() {
        return Engine.MariaDB;
    }

    @Override
    public DatabaseServer.Port port() {
        return PORT;
    }

    @Override
    public List<Violation> problemsOf(DatabaseSettings settings) {
        return Stream.of(
                        SERIES.problemOf(settings).stream(),
                        Images.problem(
                                settings,
                                "mariadb",
                                IMAGE_VERSION,
                                version -> version.series().toString())
                                .stream(),
                        NAMES.problemsOf(settings),
                        Parameters.problems(settings, name -> Parameters.isOption(name, RESERVED)))
                .flatMap(problems -> problems)
                .toList();
    }

    @Override
    public Optional<Violation> problemOfChange(EngineVersion from, EngineVersion to) {
        return SERIES.problemOfChange(from, to);
    }

    @Override
    public Optional<String> problemOfLoad(EngineVersion from, EngineVersion to) {
        return SERIES.problemOfLoad(from, to);
    }

    @Override
    public DatabaseServer server(DatabaseSettings settings) {
        var env = new LinkedHashMap<String, String>();
        env.put("MARIADB_DATABASE", settings.database());
        env.put("MARIADB_USER", settings.username());
        env.put("MARIADB_PASSWORD_FILE", DatabaseServer.SECRETS + "/" + PASSWORD);
        env.put("MARIADB_ROOT_PASSWORD_FILE", DatabaseServer.ADMINISTRATOR + "/" + PASSWORD);
        return new DatabaseServer(
                settings.image() == null ? "mariadb:" + settings.version() : settings.image(),
                PORT,
                Parameters.args(settings, "mariadbd", (name, value) -> Stream.of("--%s=%s".formatted(name, value))),
                env,
                List.of(PASSWORD),
                List.of(PASSWORD),
                Map.of(),
                "/var/lib/mysql",
                // Every folder below its data is a database to it, and a new file system has a lost+found.
                "mysql",
                List.of(
                        new DatabaseServer.Scratch("run", "/run/mysqld", false),
                        new DatabaseServer.Scratch("tmp", "/tmp", false)),
                USER,
                // Connects by TCP, which the temporary server of the first start does not.
                List.of("healthcheck.sh", "--connect", "--innodb_initialized"),
                GRACE_PERIOD_SECONDS);
    }

    @Override
    public Optional<DatabaseLogin> login(DatabaseSettings settings, String host) {
        return administrator(settings).map(name -> MariaDbLogin.of(host, PORT.number(), name, settings));
    }

    @Override
    public Map<String, String> binding(Connection connection) {
        return connection.binding("mariadb");
    }

    @Override
    public Optional<String> administrator(DatabaseSettings settings) {
        return Optional.of("root");
    }

    @Override
    public DatabaseTransfer transfer(DatabaseSettings settings, String host) {
        return MariaDbTransfer.of(host, PORT.number(), administrator(settings).orElse(settings.username()), settings);
    }
}
