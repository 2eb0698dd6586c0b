// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Valkey, by the contract of the official image {@code valkey/valkey}: its user, its folder, and an entry point that runs what
 * it is given. It has one space of keys, which is the owner's; the user {@code default} administrates it.
 *
 * <p>The image knows no files with passwords, and a password has no place in an argument. So who may log in is written into a
 * file beside the data at the first start, with hashes of passwords; from then on it is the server's, as the users of other
 * engines are.
 */
final class ValkeyEngine implements DatabaseEngine {
    private static final ReleaseSeries SERIES = new ReleaseSeries("Valkey", List.of("8.1"));

    private static final DatabaseServer.Port PORT = new DatabaseServer.Port("valkey", 6379);
    private static final long USER = 999;

    /** What is in memory is in the log of changes already, but for the last second. */
    private static final long GRACE_PERIOD_SECONDS = 60;

    private static final String PASSWORD = "password";
    private static final String ADMINISTRATOR = "default";

    /** Every change is written to a log, which is what the server starts from. */
    private static final String START = "set -euo pipefail\numask 077\n" + ValkeyTransfer.USERS + """
            [ -e "$users" ] || write_users
            exec valkey-server --dir /data --aclfile "$users" --appendonly yes --save '' "$@"
            """;

    private static final String READY =
            "REDISCLI_AUTH=$(cat /etc/atoll/administrator/password) valkey-cli ping | grep -qx PONG";

    /** Settings that the data, the users or the Services rely on, and those that lead out of the data's folder. */
    private static final Set<String> RESERVED = Set.of(
            "aclfile",
            "appenddirname",
            "appendfilename",
            "appendonly",
            "bind",
            "daemonize",
            "dbfilename",
            "dir",
            "include",
            "loadmodule",
            "logfile",
            "masterauth",
            "masteruser",
            "pidfile",
            "port",
            "primaryauth",
            "primaryuser",
            "protected-mode",
            "rename-command",
            "replicaof",
            "requirepass",
            "save",
            "slaveof",
            "supervised",
            "unixsocket",
            "user");

    private static final Pattern RESERVED_GROUPS = Pattern.compile("^(?:cluster|enable|sentinel|tls)-.*");
    private static final Pattern IMAGE_VERSION =
            Pattern.compile("(?:.*/)?valkey:([0-9]{1,4}[.][0-9]{1,4})(?:[.@-].*)?");

    @Override
    public Engine kind() {
        return Engine.Valkey;
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
                                "valkey/valkey",
                                IMAGE_VERSION,
                                version -> version.series().toString())
                                .stream(),
                        names(settings).stream(),
                        Parameters.problems(settings, ValkeyEngine::isReserved))
                .flatMap(problems -> problems)
                .toList();
    }

    @Override
    public Optional<Violation> problemOfChange(EngineVersion from, EngineVersion to) {
        return to.isBefore(from)
                ? Optional.of(new Violation(
                        Reason.FeatureNotSupported,
                        "spec.version",
                        "is %s, and the data was last opened by %s; a downgrade is not safe, set %2$s or a later one"
                                .formatted(to, from)))
                : Optional.empty();
    }

    @Override
    public Optional<String> problemOfLoad(EngineVersion from, EngineVersion to) {
        return SERIES.problemOfLoad(from, to);
    }

    @Override
    public DatabaseServer server(DatabaseSettings settings) {
        return new DatabaseServer(
                settings.image() == null ? "valkey/valkey:" + settings.version() : settings.image(),
                PORT,
                Stream.concat(
                                Stream.of("bash", "-c", START, "valkey"),
                                Parameters.flags(settings, (name, value) -> Stream.of("--" + own(name), value)))
                        .toList(),
                Map.of(ValkeyTransfer.OWNER, settings.username()),
                List.of(PASSWORD),
                List.of(PASSWORD),
                Map.of(),
                ValkeyTransfer.DATA,
                null,
                List.of(new DatabaseServer.Scratch("tmp", "/tmp", false)),
                USER,
                // It says so only when everything is in memory again.
                List.of("bash", "-c", READY),
                GRACE_PERIOD_SECONDS);
    }

    @Override
    public Optional<DatabaseLogin> login(DatabaseSettings settings, String host) {
        return Optional.of(ValkeyLogin.of(host, PORT.number(), settings));
    }

    /** The libraries that read bindings know the protocol by the name of the first server that spoke it. */
    @Override
    public Map<String, String> binding(Connection connection) {
        var binding = connection.binding("redis");
        binding.put("provider", "valkey");
        return binding;
    }

    /** There is one space of keys for the owner. */
    @Override
    public String databaseOf(DatabaseSettings settings) {
        return "0";
    }

    @Override
    public Optional<String> administrator(DatabaseSettings settings) {
        return Optional.of(ADMINISTRATOR);
    }

    @Override
    public DatabaseTransfer transfer(DatabaseSettings settings, String host) {
        return ValkeyTransfer.of(host, PORT.number(), settings);
    }

    /** In names of parameters an underscore stands for Valkey's dash. */
    private static String own(String parameter) {
        return parameter.replace('_', '-');
    }

    private static boolean isReserved(String parameter) {
        var name = own(parameter);
        return RESERVED.contains(name) || RESERVED_GROUPS.matcher(name).matches();
    }

    private static Optional<Violation> names(DatabaseSettings settings) {
        return ADMINISTRATOR.equals(settings.username())
                ? Optional.of(new Violation(
                        Reason.Invalid,
                        "spec.username",
                        "is default, the name of Valkey's administrator; set spec.username to another one"))
                : Optional.empty();
    }
}
