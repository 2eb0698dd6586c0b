// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.time.Duration;
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
    private static final List<String> SERIES = List.of("10.11", "11.4", "11.8");

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

    private static final Pattern PREFIX = Pattern.compile("^(?:loose_|enable_|maximum_)+");
    private static final Set<String> OWN_DATABASES = Set.of("information_schema", "mysql", "performance_schema", "sys");
    private static final Set<String> OWN_USERS = Set.of("healthcheck", "mysql", "public", "root");
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
                        version(settings).stream(),
                        Images.problem(
                                settings,
                                "mariadb",
                                IMAGE_VERSION,
                                version -> version.series().toString())
                                .stream(),
                        names(settings),
                        Parameters.problems(settings, MariaDbEngine::isReserved))
                .flatMap(problems -> problems)
                .toList();
    }

    @Override
    public Optional<Violation> problemOfChange(EngineVersion from, EngineVersion to) {
        if (!from.series().equals(to.series())) {
            return Optional.of(new Violation(
                    Reason.FeatureNotSupported,
                    "spec.version",
                    to.isBefore(from)
                            ? "is %s, which cannot read the data of %s; set it back to %s"
                                    .formatted(to, from, from.series())
                            : "is %s, and the data is of %s, which MariaDB would change for good on the way; set it back to %s%s"
                                    .formatted(to, from, from.series(), DataUpgrade.REMEDY)));
        }
        return to.isBefore(from)
                ? Optional.of(new Violation(
                        Reason.FeatureNotSupported,
                        "spec.version",
                        "is %s, and the data was last opened by %s; a downgrade is not safe, set %2$s or a later %s"
                                .formatted(to, from, from.series())))
                : Optional.empty();
    }

    @Override
    public Optional<String> problemOfLoad(EngineVersion from, EngineVersion to) {
        var series = from.series();
        return to.isBefore(series)
                ? Optional.of(
                        "it is of MariaDB %s, which %s cannot read; restore it into a ServiceDatabase of version %1$s or later"
                                .formatted(series, to))
                : Optional.empty();
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
    public Optional<DatabaseArchiving> archiving(DatabaseSettings settings, String place, Duration timeout) {
        return Optional.empty();
    }

    @Override
    public Optional<DatabaseTransfer> base(DatabaseSettings settings, String host, String place) {
        return Optional.empty();
    }

    @Override
    public Optional<String> problemOfBase(EngineVersion from, EngineVersion to) {
        return Optional.of("%s has no base backups; restore a dump".formatted(kind()));
    }

    @Override
    public Map<String, String> binding(DatabaseSettings settings, String host, String login, String password) {
        var binding = new LinkedHashMap<String, String>();
        binding.put("type", "mariadb");
        binding.put("host", host);
        binding.put("port", Integer.toString(PORT.number()));
        binding.put("database", settings.database());
        binding.put("username", login);
        binding.put(PASSWORD, password);
        binding.put(
                "uri", "mariadb://%s:%s@%s:%d/%s".formatted(login, password, host, PORT.number(), settings.database()));
        return binding;
    }

    @Override
    public Optional<String> administrator(DatabaseSettings settings) {
        return Optional.of("root");
    }

    @Override
    public DatabaseTransfer transfer(DatabaseSettings settings, String host) {
        return MariaDbTransfer.of(host, PORT.number(), administrator(settings).orElse(settings.username()), settings);
    }

    /** MariaDB takes the beginning of a name for the name, and knows prefixes that change nothing. */
    private static boolean isReserved(String parameter) {
        var name = PREFIX.matcher(parameter).replaceFirst("");
        return RESERVED.stream().anyMatch(reserved -> reserved.startsWith(name));
    }

    private static Optional<Violation> version(DatabaseSettings settings) {
        boolean isKnown = EngineVersion.parse(settings.version())
                .filter(version -> SERIES.contains(version.series().toString()))
                .isPresent();
        return isKnown
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.EngineNotSupported,
                        "spec.version",
                        "is %s; MariaDB is run in the versions %s: set one of them, or an exact one such as %s.2"
                                .formatted(settings.version(), String.join(", ", SERIES), SERIES.getLast())));
    }

    private static Stream<Violation> names(DatabaseSettings settings) {
        var database = OWN_DATABASES.contains(settings.database())
                ? Stream.of(new Violation(
                        Reason.Invalid,
                        "spec.database",
                        "is %s, one of MariaDB's own databases; choose another name".formatted(settings.database())))
                : Stream.<Violation>empty();
        var user = OWN_USERS.contains(settings.username())
                ? Stream.of(new Violation(
                        Reason.Invalid,
                        "spec.username",
                        "is %s, a name that MariaDB or its image keeps for itself; set spec.username to another one"
                                .formatted(settings.username())))
                : Stream.<Violation>empty();
        return Stream.concat(database, user);
    }
}
