// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * MySQL, by the contract of the official image {@code mysql}: its environment variables and its entry point. The owner's user
 * has its database and nothing else.
 */
final class MySqlEngine implements DatabaseEngine {
    /** Those with long-term support. */
    private static final ReleaseSeries SERIES = new ReleaseSeries("MySQL", List.of("8.4", "9.7"));

    private static final ReservedNames NAMES = new ReservedNames(
            "MySQL",
            Set.of("information_schema", "mysql", "performance_schema", "sys"),
            Set.of("mysql", "public", "root"));

    private static final DatabaseServer.Port PORT = new DatabaseServer.Port("mysql", 3306);
    private static final long USER = 999;

    /** A buffer pool of gigabytes is written back before the server ends. */
    private static final long GRACE_PERIOD_SECONDS = 120;

    private static final String PASSWORD = "password";

    /** Of the name of a user, less what the name of the one that takes turns with it has more. */
    private static final int LONGEST_USERNAME = 30;

    /** Settings that the image, the probes or the Services rely on, and those that would let in whoever comes. */
    private static final Set<String> RESERVED = Set.of(
            "basedir",
            "bind_address",
            "datadir",
            "early_plugin_load",
            "init_file",
            "initialize",
            "initialize_insecure",
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

    private static final Pattern IMAGE_VERSION = Pattern.compile("(?:.*/)?mysql:([0-9]{1,4}[.][0-9]{1,4})(?:[.@-].*)?");

    @Override
    public Engine kind() {
        return Engine.MySQL;
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
                                "mysql",
                                IMAGE_VERSION,
                                version -> version.series().toString())
                                .stream(),
                        NAMES.problemsOf(settings),
                        longName(settings).stream(),
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
        env.put("MYSQL_DATABASE", settings.database());
        env.put("MYSQL_USER", settings.username());
        env.put("MYSQL_PASSWORD_FILE", DatabaseServer.SECRETS + "/" + PASSWORD);
        env.put("MYSQL_ROOT_PASSWORD_FILE", DatabaseServer.ADMINISTRATOR + "/" + PASSWORD);
        return new DatabaseServer(
                settings.image() == null ? "mysql:" + settings.version() : settings.image(),
                PORT,
                arguments(settings),
                env,
                List.of(PASSWORD),
                List.of(PASSWORD),
                Map.of(),
                "/var/lib/mysql",
                // A new file system has a lost+found, and the first start wants an empty folder.
                "mysql",
                List.of(
                        new DatabaseServer.Scratch("run", "/var/run/mysqld", false),
                        new DatabaseServer.Scratch("tmp", "/tmp", false)),
                USER,
                // By TCP, which the temporary server of the first start does not answer; who asks may be refused.
                List.of(
                        "mysqladmin",
                        "--no-defaults",
                        "--protocol=TCP",
                        "--host=127.0.0.1",
                        "--connect-timeout=3",
                        "ping"),
                GRACE_PERIOD_SECONDS);
    }

    /**
     * Without the log of changes, which is for replicas that there are none of: it would fill the volume, and without it an
     * owner may make functions. Who reads it turns it on by the parameter {@code log_bin}, for what comes later counts. Nor is
     * there a second protocol on a port that nobody is let in to.
     */
    private static List<String> arguments(DatabaseSettings settings) {
        return Stream.concat(
                        Stream.of("mysqld", "--skip-log-bin", "--mysqlx=OFF"),
                        Parameters.flags(settings, (name, value) -> Stream.of("--%s=%s".formatted(name, value))))
                .toList();
    }

    @Override
    public Optional<DatabaseLogin> login(DatabaseSettings settings, String host) {
        return administrator(settings).map(name -> MySqlLogin.of(host, PORT.number(), name, settings));
    }

    @Override
    public Map<String, String> binding(Connection connection) {
        return connection.binding("mysql");
    }

    @Override
    public Optional<String> administrator(DatabaseSettings settings) {
        return Optional.of("root");
    }

    @Override
    public DatabaseTransfer transfer(DatabaseSettings settings, String host) {
        return MySqlTransfer.of(host, PORT.number(), administrator(settings).orElse(settings.username()), settings);
    }

    private static Optional<Violation> longName(DatabaseSettings settings) {
        return settings.username().length() <= LONGEST_USERNAME
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.Invalid,
                        "spec.username",
                        "is %s, which is longer than the %d characters that MySQL and the user that takes turns with it leave; set spec.username to a shorter one"
                                .formatted(settings.username(), LONGEST_USERNAME)));
    }
}
