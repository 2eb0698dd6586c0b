// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How PostgreSQL archives its write-ahead log: by its archive_command, which may succeed only when a segment is stored
 * durably, and has to fail where another one of that name is
 * (https://www.postgresql.org/docs/current/continuous-archiving.html).
 */
final class PostgreSqlArchiving {
    /** Setting of the server that says where it archives, for those who have to be sure of it. */
    static final String PLACE = "atoll.archive";

    private static final String COMMAND = "archive-wal";
    private static final String ACCESS = "pg_hba.conf";
    private static final String LEVEL = "wal_level";

    /** What is enough for an archive. */
    private static final Set<String> LEVELS = Set.of("replica", "logical");

    private static final Set<String> RESERVED = Set.of(
            "archive_command", "archive_library", "archive_mode", "archive_timeout", LEVEL, "max_wal_senders", PLACE);

    /**
     * The name of a request has the server's identifier, so that two servers never write to one archive. An answer counts
     * only for the very content: one may be left of an earlier attempt.
     */
    private static final String SCRIPT = """
            #!/bin/bash
            # Hands a file of the server's log to the container beside it, and succeeds only if that has stored it. Made by Atoll.
            set -euo pipefail
            server=$(LC_ALL=C pg_controldata . | sed -n 's/^Database system identifier: *//p')
            request="/exchange/$2@$server"
            rm -f -- "$request.stored" "$request.failed"
            cp --preserve=timestamps -- "$1" "$request.incoming"
            read -r checksum _ < <(sha256sum -- "$request.incoming")
            mv -- "$request.incoming" "$request.ready"
            for ((tenths = 0; tenths < 600; tenths++)); do
              if [ -e "$request.failed" ]; then
                echo "$2 is not archived: $(cat -- "$request.failed")" >&2
                exit 1
              fi
              if [ -e "$request.stored" ]; then
                if [ "$(cat -- "$request.stored")" = "sha256:$checksum" ]; then rm -f -- "$request.stored"; exit 0; fi
                echo "$2 is not archived: an answer is about other content" >&2
                exit 1
              fi
              sleep 0.1
            done
            echo "$2 is not archived: the container archiver does not answer; its log tells why" >&2
            exit 1
            """;

    private PostgreSqlArchiving() {}

    static DatabaseArchiving of(DatabaseSettings settings, String administrator, String place, Duration timeout) {
        return new DatabaseArchiving(
                Map.of(
                        "archive_mode",
                        "on",
                        "archive_command",
                        "bash %s/%s %%p %%f".formatted(DatabaseArchiving.FILES, COMMAND),
                        "archive_timeout",
                        Long.toString(timeout.toSeconds()),
                        "hba_file",
                        DatabaseArchiving.FILES + "/" + ACCESS,
                        PLACE,
                        place),
                reserved(settings),
                Map.of(COMMAND, SCRIPT, ACCESS, access(administrator, settings)));
    }

    /** That of the official image, and that the administrator may copy the server's files. */
    private static String access(String administrator, DatabaseSettings settings) {
        return """
                # Who may connect: as the image has it, and for base backups from outside the pod. Made by Atoll.
                local all all trust
                host all all 127.0.0.1/32 trust
                host all all ::1/128 trust
                local replication all trust
                host replication all 127.0.0.1/32 trust
                host replication all ::1/128 trust
                host replication %s all scram-sha-256
                host all all all %s
                """.formatted(administrator, method(settings));
    }

    private static Set<String> reserved(DatabaseSettings settings) {
        var reserved = new HashSet<>(RESERVED);
        if (LEVELS.contains(settings.parameters().getOrDefault(LEVEL, ""))) {
            reserved.remove(LEVEL);
        }
        return reserved;
    }

    /** As the image chooses it when it makes the data. */
    private static String method(DatabaseSettings settings) {
        return "md5".equals(settings.parameters().get("password_encryption")) ? "md5" : "scram-sha-256";
    }
}
