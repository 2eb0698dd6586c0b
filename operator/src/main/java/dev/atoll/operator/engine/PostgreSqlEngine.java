// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL, by the contract of the official image {@code postgres}. */
final class PostgreSqlEngine implements DatabaseEngine {
    private static final List<Integer> MAJORS = List.of(15, 16, 17, 18);

    /** From this version on the image keeps every major version's data in a folder of its own below one volume. */
    private static final int DATA_BY_MAJOR = 18;

    private static final DatabaseServer.Port PORT = new DatabaseServer.Port("postgresql", 5432);
    private static final long USER = 999;
    private static final long GRACE_PERIOD_SECONDS = 120;
    private static final String PASSWORD = "password";

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
    private static final Pattern OTHER_CONTRACT = Pattern.compile("(?:.*/)?bitnami(?:legacy|secure)?/.*");

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
        return Stream.of(version(settings), image(settings), names(settings), parameters(settings))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<Violation> problemOfChange(EngineVersion from, EngineVersion to) {
        if (from.major() != to.major()) {
            return Optional.of(new Violation(
                    Reason.FeatureNotSupported,
                    "spec.version",
                    ("is %s, and the data is of %s, which PostgreSQL %d cannot open; set it back to %d, or back up "
                                    + "(pg_dump) and restore into a new ServiceDatabase of version %1$s")
                            .formatted(to, from, to.major(), from.major())));
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
    public DatabaseServer server(DatabaseSettings settings) {
        int major = EngineVersion.parse(settings.version()).orElseThrow().major();
        boolean byMajor = major >= DATA_BY_MAJOR;
        var dataPath = byMajor ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
        var env = new LinkedHashMap<String, String>();
        env.put("POSTGRES_DB", settings.database());
        env.put("POSTGRES_USER", settings.username());
        env.put("POSTGRES_PASSWORD_FILE", DatabaseServer.SECRETS + "/" + PASSWORD);
        // Never the volume's root: a new file system has a lost+found there, and initdb wants an empty folder.
        env.put("PGDATA", byMajor ? dataPath + "/" + major + "/docker" : dataPath + "/pgdata");
        return new DatabaseServer(
                settings.image() == null ? "postgres:" + settings.version() : settings.image(),
                PORT,
                args(settings.parameters()),
                env,
                List.of(PASSWORD),
                dataPath,
                List.of(
                        new DatabaseServer.Scratch("run", "/var/run/postgresql", false),
                        new DatabaseServer.Scratch("tmp", "/tmp", false),
                        // The container runtime's own is 64 MiB, too little for parallel queries.
                        new DatabaseServer.Scratch("shm", "/dev/shm", true)),
                USER,
                readyCommand(settings),
                GRACE_PERIOD_SECONDS);
    }

    @Override
    public Map<String, String> binding(DatabaseSettings settings, String host, String password) {
        var binding = new LinkedHashMap<String, String>();
        binding.put("type", "postgresql");
        binding.put("host", host);
        binding.put("port", Integer.toString(PORT.number()));
        binding.put("database", settings.database());
        binding.put("username", settings.username());
        binding.put(PASSWORD, password);
        binding.put(
                "uri",
                "postgresql://%s:%s@%s:%d/%s"
                        .formatted(settings.username(), password, host, PORT.number(), settings.database()));
        return binding;
    }

    /** No shell sees them: the entry point hands its arguments on as they are. */
    private static List<String> args(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return List.of();
        }
        var args = new ArrayList<String>();
        args.add("postgres");
        parameters.forEach((name, value) -> {
            args.add("-c");
            // Kubernetes would take $(NAME) in an argument for a variable; a doubled $ is a plain one.
            args.add((name + "=" + value).replace("$", "$$"));
        });
        return args;
    }

    /** By TCP: while the image initialises the data, a temporary server answers on the socket only. */
    private static List<String> readyCommand(DatabaseSettings settings) {
        return List.of(
                "pg_isready",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(PORT.number()),
                "-U",
                settings.username(),
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

    private static List<Violation> image(DatabaseSettings settings) {
        if (settings.image() == null) {
            return List.of();
        }
        if (OTHER_CONTRACT.matcher(settings.image()).matches()) {
            return List.of(
                    new Violation(
                            Reason.FeatureNotSupported,
                            "spec.image",
                            "is an image of Bitnami, which has other paths, variables and users than the official one; use an image that keeps the contract of postgres"));
        }
        var tag = IMAGE_VERSION.matcher(settings.image());
        var version = EngineVersion.parse(settings.version());
        return tag.matches()
                        && version.isPresent()
                        && Integer.parseInt(tag.group(1)) != version.get().major()
                ? List.of(new Violation(
                        Reason.Invalid,
                        "spec.image",
                        "is of version %s, and spec.version is %s; make them agree"
                                .formatted(tag.group(1), version.get())))
                : List.of();
    }

    private static List<Violation> names(DatabaseSettings settings) {
        var violations = new ArrayList<Violation>();
        if (TEMPLATES.contains(settings.database())) {
            violations.add(new Violation(
                    Reason.Invalid,
                    "spec.database",
                    "is %s, one of PostgreSQL's own databases; choose another name".formatted(settings.database())));
        }
        if (settings.username().startsWith("pg_") || RESERVED_ROLES.contains(settings.username())) {
            violations.add(new Violation(
                    Reason.Invalid,
                    "spec.username",
                    "is %s, a name that PostgreSQL keeps for itself; set spec.username to another one"
                            .formatted(settings.username())));
        }
        return violations;
    }

    private static List<Violation> parameters(DatabaseSettings settings) {
        return settings.parameters().entrySet().stream()
                .flatMap(parameter -> parameter(parameter.getKey(), parameter.getValue()).stream())
                .toList();
    }

    private static Optional<Violation> parameter(String name, String value) {
        var field = "spec.parameters." + name;
        if (RESERVED.contains(name)) {
            return Optional.of(
                    new Violation(Reason.Invalid, field, "is set by Atoll, which relies on its value; remove it"));
        }
        return value.chars().anyMatch(Character::isISOControl)
                ? Optional.of(new Violation(
                        Reason.Invalid, field, "has a control character, such as a line break; remove that"))
                : Optional.empty();
    }
}
