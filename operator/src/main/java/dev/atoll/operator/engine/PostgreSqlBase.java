// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the files of a PostgreSQL server are copied while it goes on, and how they and its archive become a server of a later
 * second (https://www.postgresql.org/docs/current/continuous-archiving.html).
 */
final class PostgreSqlBase {
    /**
     * Without the log, which the archive has: the server itself ends the copy only when that is archived.
     */
    private static final String COPY = DatabaseTransfer.BEGIN_DUMP + """
            PGPASSWORD=$(cat /etc/atoll/login/password)
            export PGPASSWORD LC_ALL=C
            ask() { PGOPTIONS='-c search_path=pg_catalog' psql --no-psqlrc --no-password --tuples-only --no-align --command="$1"; }
            archive=$(ask "SELECT current_setting('archive_mode') || ' ' || coalesce(current_setting('atoll.archive', true), '')")
            if [ "$archive" != "on $ATOLL_ARCHIVE" ]; then
              echo "the server does not archive to $ATOLL_ARCHIVE (it says: $archive); wait until it is restarted" >&2
              exit 1
            fi
            version=$(ask 'SHOW server_version')
            printf '%s' "${version%% *}" >/exchange/version
            ask 'SELECT system_identifier FROM pg_control_system()' >/exchange/server
            # Where the server writes before the copy begins: at most one segment before the first that it needs.
            ask 'SELECT pg_walfile_name(pg_current_wal_insert_lsn())' >/exchange/start
            pg_basebackup --pgdata=- --format=tar --compress=client-gzip:1 --wal-method=none --no-manifest --checkpoint=fast \\
              --label=atoll --no-password >/exchange/data
            """;

    /**
     * The server asks for its log file by file. An exit code above 125 ends it, since a file that cannot be had must not be
     * taken for the end of the log.
     */
    private static final String RESTORE_COMMAND = """
            cat >/exchange/restore-wal <<'SCRIPT'
            set -euo pipefail
            request=/exchange/$1
            rm -f -- "$request.found" "$request.none"
            : >"$request.wanted"
            until [ -e "$request.found" ]; do
              if [ -e "$request.none" ]; then exit 1; fi
              if [ -e /exchange/failed ]; then exit 126; fi
              sleep 0.1
            done
            mv -- "$request.found" "$2"
            SCRIPT
            """;

    /**
     * Where nothing was written after the time, the log ends before the server can see that it has passed it. What the
     * other container gives of the log is known to reach the time, so its end is as good. Nobody gets in meanwhile: that needs
     * settings as large as those that the log was written with. A Z for the time zone is not known so early.
     */
    private static final String RECOVER = """
            recover() {
              docker-entrypoint.sh postgres -c listen_addresses=127.0.0.1 -c archive_mode=off -c hot_standby=off -c lc_messages=C \\
                -c restore_command='bash /exchange/restore-wal %f %p' -c recovery_target_timeline=current \\
                -c recovery_target_action=promote "$@" 2>>/exchange/log &
              server=$!
              until pg_isready --quiet --host=127.0.0.1; do
                kill -0 "$server" 2>/dev/null || return 1
                # The server logs each of these questions.
                sleep 1
              done
            }
            touch "$PGDATA/recovery.signal"
            : >/exchange/log
            tail --follow --lines=+1 --pid=$$ /exchange/log >&2 &
            if [ -z "$ATOLL_TARGET" ]; then
              recover -c recovery_target=immediate || { echo "the server cannot be recovered, see above" >&2; exit 1; }
            elif ! recover -c "recovery_target_time=$(sed 's/T/ /; s/Z/+00/' <<<"$ATOLL_TARGET")"; then
              grep -q 'recovery ended before configured recovery target was reached' /exchange/log && recover ||
                { echo "the server cannot be recovered to $ATOLL_TARGET, see above" >&2; exit 1; }
            fi
            """;

    /**
     * The data has the users of its time, and the passwords that they had. As after any other restore, the administrator and
     * the owner have those of today, and nobody else may log in.
     */
    private static final String LET_IN = """
            export PGOPTIONS='-c search_path=pg_catalog'
            login=(--no-password --host=127.0.0.1 --username="$ATOLL_LOGIN" --dbname="$ATOLL_DATABASE")
            sql=(psql "${login[@]}" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=owner="$ATOLL_OWNER_NOW"
              --set=login="$ATOLL_LOGIN")
            there=$("${sql[@]}" --tuples-only --no-align <<'SQL'
            SELECT count(*) FROM pg_roles WHERE rolname = :'owner'
            SQL
            ) || { echo "the base backup has no database $ATOLL_DATABASE; restore it into the ServiceDatabase that it is of" >&2; exit 1; }
            if [ "$there" != 1 ]; then
              echo "the base backup has no user $ATOLL_OWNER_NOW; restore it into a ServiceDatabase with that of its own" >&2
              exit 1
            fi
            "${sql[@]}" <<'SQL'
            SELECT format('ALTER ROLE %I NOLOGIN', rolname) FROM pg_roles
              WHERE rolcanlogin AND rolname NOT IN (:'owner', :'login') \\gexec
            ALTER ROLE :"owner" LOGIN;
            SQL
            set_password() {
              password=$(cat "$2")
              printf '%s\\n%s\\n' "$password" "$password" | "${sql[@]}" --set=user="$1" --file=<(echo '\\password :"user"') >/dev/null
            }
            set_password "$ATOLL_LOGIN" /etc/atoll/login/password
            set_password "$ATOLL_OWNER_NOW" /etc/atoll/credentials/password
            """;

    private static final String LOAD =
            DatabaseTransfer.BEGIN_LOAD + """
            mkdir -p "$PGDATA"
            chmod 700 "$PGDATA"
            tar --extract --gzip --file=- --directory="$PGDATA" </exchange/data
            wait_for verified
            """ + RESTORE_COMMAND + RECOVER + LET_IN + PostgreSqlTransfer.JUDGE_AND_STOP;

    private PostgreSqlBase() {}

    /**
     * The scripts.
     *
     * @param archive what the server has to say that it archives to
     */
    static DatabaseTransfer of(String host, int port, String login, DatabaseSettings settings, String archive) {
        var copy = new TreeMap<>(PostgreSqlTransfer.connection(host, port, login, settings.database()));
        copy.put("ATOLL_ARCHIVE", archive);
        return new DatabaseTransfer(
                COPY,
                copy,
                LOAD,
                Map.of(
                        "ATOLL_LOGIN",
                        login,
                        "ATOLL_DATABASE",
                        settings.database(),
                        "ATOLL_OWNER_NOW",
                        settings.username(),
                        DatabaseTransfer.TARGET,
                        ""));
    }
}
