// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.api.v1alpha1.servicedatabase.Initialization;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL, by the contract of the official image {@code postgres}. The owner's user has its database and nothing else; the
 * image makes one user, the administrator, and a script of the first start makes the other.
 */
final class PostgreSqlEngine implements DatabaseEngine {
    private static final List<Integer> MAJORS = List.of(15, 16, 17, 18);

    /** From this version on the image keeps every major version's data in a folder of its own below one volume. */
    private static final int DATA_BY_MAJOR = 18;

    private static final DatabaseServer.Port PORT = new DatabaseServer.Port("postgresql", 5432);
    private static final long USER = 999;
    private static final long GRACE_PERIOD_SECONDS = 120;
    private static final String PASSWORD = "password";
    private static final String ADMINISTRATOR = "postgres";

    /** Settings that the image, the probes or the Services rely on. */
    private static final Set<String> RESERVED = Set.of(
            "config_file",
            "data_directory",
            "external_pid_file",
            "hba_file",
            "ident_file",
            "listen_addresses",
            "port",
            "unix_socket_directories");

    private static final Set<String> TEMPLATES = Set.of("template0", "template1");
    private static final Set<String> RESERVED_ROLES = Set.of("public", "none");
    private static final Pattern IMAGE_VERSION = Pattern.compile("(?:.*/)?postgres(?:ql)?:([0-9]{1,4})(?:[.@-].*)?");

    @Override
    public Engine kind() {
        return Engine.PostgreSQL;
    }

    @Override
    public DatabaseServer.Port port() {
        return PORT;
    }

    @Override
    public List<Violation> problemsOf(DatabaseSettings settings) {
        return Stream.of(
                        version(settings).stream(),
                        Images.problem(settings, "postgres", IMAGE_VERSION, version -> String.valueOf(version.major()))
                                .stream(),
                        names(settings).stream(),
                        Parameters.problems(settings, RESERVED::contains))
                .flatMap(problems -> problems)
                .toList();
    }

    @Override
    public Optional<Violation> problemOfChange(EngineVersion from, EngineVersion to) {
        if (from.major() != to.major()) {
            return Optional.of(new Violation(
                    Reason.FeatureNotSupported,
                    "spec.version",
                    "is %s, and the data is of %s, which PostgreSQL %d cannot open; set it back to %d%s"
                            .formatted(
                                    to, from, to.major(), from.major(), to.isBefore(from) ? "" : DataUpgrade.REMEDY)));
        }
        return to.isBefore(from)
                ? Optional.of(new Violation(
                        Reason.FeatureNotSupported,
                        "spec.version",
                        "is %s, and the data was last opened by %s; a downgrade is not safe, set %2$s or a later %d"
                                .formatted(to, from, from.major())))
                : Optional.empty();
    }

    @Override
    public Optional<String> problemOfLoad(EngineVersion from, EngineVersion to) {
        return to.major() < from.major()
                ? Optional.of(
                        "it is of PostgreSQL %d, which %d cannot read; restore it into a ServiceDatabase of version %1$d or later"
                                .formatted(from.major(), to.major()))
                : Optional.empty();
    }

    @Override
    public DatabaseServer server(DatabaseSettings settings) {
        int major = EngineVersion.parse(settings.version()).orElseThrow().major();
        boolean byMajor = major >= DATA_BY_MAJOR;
        var dataPath = byMajor ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
        var env = new LinkedHashMap<String, String>();
        env.put("POSTGRES_DB", settings.database());
        env.putAll(users(settings));
        // Never the volume's root: a new file system has a lost+found there, and initdb wants an empty folder.
        env.put("PGDATA", byMajor ? dataPath + "/" + major + "/docker" : dataPath + "/pgdata");
        return new DatabaseServer(
                settings.image() == null ? "postgres:" + settings.version() : settings.image(),
                PORT,
                Parameters.args(settings, "postgres", (name, value) -> Stream.of("-c", name + "=" + value)),
                env,
                List.of(PASSWORD),
                settings.ownerAdministrates() ? List.of() : List.of(PASSWORD),
                settings.ownerAdministrates() ? Map.of() : Map.of("create-owner.sh", PostgreSqlOwner.SCRIPT),
                dataPath,
                null,
                List.of(
                        new DatabaseServer.Scratch("run", "/var/run/postgresql", false),
                        new DatabaseServer.Scratch("tmp", "/tmp", false),
                        // The container runtime's own is 64 MiB, too little for parallel queries.
                        new DatabaseServer.Scratch("shm", "/dev/shm", true)),
                USER,
                readyCommand(settings),
                GRACE_PERIOD_SECONDS);
    }

    private static Map<String, String> users(DatabaseSettings settings) {
        var ownersFile = DatabaseServer.SECRETS + "/" + PASSWORD;
        var env = new LinkedHashMap<String, String>();
        if (settings.ownerAdministrates()) {
            env.put("POSTGRES_USER", settings.username());
            env.put("POSTGRES_PASSWORD_FILE", ownersFile);
        } else {
            env.put("POSTGRES_USER", ADMINISTRATOR);
            env.put("POSTGRES_PASSWORD_FILE", DatabaseServer.ADMINISTRATOR + "/" + PASSWORD);
            env.put(PostgreSqlOwner.NAME, settings.username());
            env.put(PostgreSqlOwner.PASSWORD_FILE, ownersFile);
        }
        return env;
    }

    @Override
    public Optional<String> administrator(DatabaseSettings settings) {
        return settings.ownerAdministrates() ? Optional.empty() : Optional.of(ADMINISTRATOR);
    }

    @Override
    public DatabaseTransfer transfer(DatabaseSettings settings, String host) {
        return PostgreSqlTransfer.of(
                host, PORT.number(), administrator(settings).orElse(settings.username()), settings);
    }

    @Override
    public Optional<DatabaseLogin> login(DatabaseSettings settings, String host) {
        return administrator(settings).map(name -> PostgreSqlLogin.of(host, PORT.number(), name, settings));
    }

    @Override
    public List<Violation> problemsOf(Initialization wanted) {
        return PostgreSqlInitialization.problems(wanted);
    }

    @Override
    public Optional<DatabaseInitialization> initialization(
            DatabaseSettings settings, Initialization wanted, String host) {
        return administrator(settings)
                .map(name -> PostgreSqlInitialization.of(host, PORT.number(), name, settings, wanted));
    }

    @Override
    public Optional<DatabaseArchiving> archiving(DatabaseSettings settings, String place, Duration timeout) {
        return administrator(settings).map(name -> PostgreSqlArchiving.of(settings, name, place, timeout));
    }

    @Override
    public Optional<DatabaseTransfer> base(DatabaseSettings settings, String host, String place) {
        return administrator(settings).map(name -> PostgreSqlBase.of(host, PORT.number(), name, settings, place));
    }

    @Override
    public Optional<String> problemOfBase(EngineVersion from, EngineVersion to) {
        return from.major() == to.major()
                ? Optional.empty()
                : Optional.of("it is a base backup of PostgreSQL %d, which %d cannot open; restore a dump instead"
                        .formatted(from.major(), to.major()));
    }

    @Override
    public Map<String, String> binding(Connection connection) {
        return connection.binding("postgresql");
    }

    /**
     * By TCP: while the image initialises the data, a temporary server answers on the socket only. As the administrator: the
     * owner's user may be shut in favour of its second one, and the server would log each knock as a refused login.
     */
    private List<String> readyCommand(DatabaseSettings settings) {
        return List.of(
                "pg_isready",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(PORT.number()),
                "-U",
                administrator(settings).orElse(settings.username()),
                "-d",
                settings.database());
    }

    private static List<Violation> version(DatabaseSettings settings) {
        boolean isKnown = EngineVersion.parse(settings.version())
                .filter(version -> MAJORS.contains(version.major()))
                .filter(version -> version.parts().size() <= 2)
                .isPresent();
        return isKnown
                ? List.of()
                : List.of(new Violation(
                        Reason.EngineNotSupported,
                        "spec.version",
                        "is %s; PostgreSQL is run in the versions %s: set one of them, or an exact one such as %d.1"
                                .formatted(settings.version(), list(MAJORS), MAJORS.getLast())));
    }

    private static String list(List<Integer> versions) {
        return versions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static boolean isReserved(DatabaseSettings settings) {
        var name = settings.username();
        return name.startsWith("pg_")
                || RESERVED_ROLES.contains(name)
                || (ADMINISTRATOR.equals(name) && !settings.ownerAdministrates());
    }

    private static List<Violation> names(DatabaseSettings settings) {
        var violations = new ArrayList<Violation>();
        if (TEMPLATES.contains(settings.database())) {
            violations.add(new Violation(
                    Reason.Invalid,
                    "spec.database",
                    "is %s, one of PostgreSQL's own databases; choose another name".formatted(settings.database())));
        }
        if (isReserved(settings)) {
            violations.add(new Violation(
                    Reason.Invalid,
                    "spec.username",
                    "is %s, a name that PostgreSQL keeps for itself; set spec.username to another one"
                            .formatted(settings.username())));
        }
        return violations;
    }
}
