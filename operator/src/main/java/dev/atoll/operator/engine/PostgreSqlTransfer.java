// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Map;

/** How PostgreSQL's content is moved: by pg_dump, which sees one moment of the database however long it takes. */
final class PostgreSqlTransfer {
    /** The names of roles go with it, since what is granted to them does; their passwords do not. */
    private static final String DUMP = DatabaseTransfer.BEGIN_DUMP + """
            PGPASSWORD=$(cat /etc/atoll/login/password)
            # What the owner has made in its schemas must not be taken for the server's own.
            export PGPASSWORD PGOPTIONS='-c search_path=pg_catalog'
            ask() { psql --no-psqlrc --no-password --tuples-only --no-align --command="$1"; }
            version=$(ask 'SHOW server_version')
            printf '%s' "${version%% *}" >/exchange/version
            ask "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname !~ '^pg_' ORDER BY rolname" >/exchange/roles
            pg_dump --no-password --format=custom >/exchange/data
            """;

    /** How every script ends that has put content into a server: it counts, asks what there is to ask, and ends the server in order. */
    static final String JUDGE_AND_STOP = """
            tables=$("${sql[@]}" --tuples-only --no-align <<'SQL'
            SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            SQL
            )
            ask_as_owner() {
              # Not its first character: one that begins with a backslash would be a command to psql.
              PGOPTIONS='' PGPASSWORD=$(cat /etc/atoll/credentials/password) psql --no-psqlrc --no-password --host=127.0.0.1 \
                --username="$ATOLL_OWNER_NOW" --dbname="$ATOLL_DATABASE" --set=ON_ERROR_STOP=1 --quiet --tuples-only \
                --no-align --field-separator=' ' --command=" $ATOLL_QUERY"
            }
            """ + DatabaseTransfer.JUDGE + """
            kill -INT "$server"
            wait "$server"
            """;

    /** A role that the new server does not have cannot log in; it is there for what belongs to it and is granted to it. */
    private static final String LOAD = DatabaseTransfer.BEGIN_LOAD + """
            docker-entrypoint.sh postgres -c listen_addresses=127.0.0.1 &
            server=$!
            PGPASSWORD=$(cat /etc/atoll/login/password)
            export PGPASSWORD
            until pg_isready --quiet --host=127.0.0.1; do
              kill -0 "$server" || { echo "the new server has ended, see above" >&2; exit 1; }
              sleep 0.2
            done
            # What was in the backup must not be taken for the server's own.
            export PGOPTIONS='-c search_path=pg_catalog'
            login=(--no-password --host=127.0.0.1 --username="$ATOLL_LOGIN" --dbname="$ATOLL_DATABASE")
            sql=(psql "${login[@]}" --no-psqlrc --quiet --set=ON_ERROR_STOP=1)
            while IFS= read -r role; do
              "${sql[@]}" --set=role="$role" <<'SQL'
            SELECT format('CREATE ROLE %I NOLOGIN', :'role')
              WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = :'role') \\gexec
            SQL
            done </exchange/roles
            pg_restore "${login[@]}" --exit-on-error </exchange/data
            wait_for verified
            from=$(cat /exchange/owner)
            if [ "$from" != "$ATOLL_OWNER_NOW" ]; then
              "${sql[@]}" --set=from="$from" --set=to="$ATOLL_OWNER_NOW" <<'SQL'
            REASSIGN OWNED BY :"from" TO :"to";
            DROP OWNED BY :"from";
            DROP ROLE :"from";
            SQL
            fi
            "${sql[@]}" --command='ANALYZE'
            """ + JUDGE_AND_STOP;

    private PostgreSqlTransfer() {}

    static DatabaseTransfer of(String host, int port, String login, DatabaseSettings settings) {
        return new DatabaseTransfer(
                DUMP,
                connection(host, port, login, settings.database()),
                LOAD,
                // Not those, which would lead the image's own clients away from the server that it begins with.
                Map.of(
                        "ATOLL_LOGIN", login,
                        "ATOLL_DATABASE", settings.database(),
                        "ATOLL_OWNER_NOW", settings.username()));
    }

    /** The variables of PostgreSQL's own clients. */
    static Map<String, String> connection(String host, int port, String user, String database) {
        return Map.of(
                "PGHOST", host,
                "PGPORT", Integer.toString(port),
                "PGUSER", user,
                "PGDATABASE", database,
                "PGCONNECT_TIMEOUT", "30");
    }
}
