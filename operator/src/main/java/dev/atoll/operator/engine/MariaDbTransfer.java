// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Map;

/**
 * How MariaDB's content is moved: by mariadb-dump in one transaction, so that tables of InnoDB are all of one moment. The
 * dump does not name the database, and can be put into one of another name.
 */
final class MariaDbTransfer {
    /** Also how a user is let in. */
    static final String CLIENT = """
            MYSQL_PWD=$(cat /etc/atoll/login/password)
            export MYSQL_PWD
            server=(--no-defaults --protocol=TCP --host="$ATOLL_HOST" --port="$ATOLL_PORT" --user="$ATOLL_LOGIN")
            """;

    private static final String DUMP = DatabaseTransfer.BEGIN_DUMP + CLIENT + """
            version=$(mariadb "${server[@]}" --connect-timeout=30 --batch --skip-column-names --execute='SELECT VERSION()')
            printf '%s' "${version%%-*}" >/exchange/version
            mariadb-dump "${server[@]}" --single-transaction --quick --routines --events --triggers --hex-blob \
              "$ATOLL_DATABASE" | gzip >/exchange/data
            """;

    /** The server is started before the password is known: the image's own clients would take it for theirs. */
    private static final String LOAD = DatabaseTransfer.BEGIN_LOAD + """
            docker-entrypoint.sh mariadbd --bind-address=127.0.0.1 &
            process=$!
            """ + CLIENT + """
            until mariadb-admin "${server[@]}" --silent ping 2>/dev/null; do
              kill -0 "$process" || { echo "the new server has ended, see above" >&2; exit 1; }
              sleep 0.2
            done
            gunzip </exchange/data | mariadb "${server[@]}" --binary-mode "$ATOLL_DATABASE"
            wait_for verified
            # Views and routines go by the rights of who made them; a user who cannot log in stands for one who is not here.
            from=$(cat /exchange/owner)
            case $from in *[!a-z0-9_]*) echo "the name of the owner in the backup is not one of Atoll's" >&2; exit 1 ;; esac
            if [ "$from" != "$ATOLL_OWNER_NOW" ]; then
              # In the name that a grant is about, an underscore stands for any character.
              printf 'CREATE USER IF NOT EXISTS `%s`@`%%` ACCOUNT LOCK; GRANT ALL ON `%s`.* TO `%s`@`%%`;' \\
                "$from" "${ATOLL_DATABASE//_/\\\\_}" "$from" | mariadb "${server[@]}"
            fi
            tables=$(mariadb "${server[@]}" --batch --skip-column-names <<'SQL'
            SELECT count(*) FROM information_schema.tables
              WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')
            SQL
            )
            ask_as_owner() {
              # In binary mode the client has no commands of its own.
              MYSQL_PWD=$(cat /etc/atoll/credentials/password) mariadb --no-defaults --protocol=TCP --host="$ATOLL_HOST" \
                --port="$ATOLL_PORT" --user="$ATOLL_OWNER_NOW" --batch --skip-column-names --binary-mode "$ATOLL_DATABASE" \
                <<<"$ATOLL_QUERY"
            }
            """ + DatabaseTransfer.JUDGE + """
            mariadb-admin "${server[@]}" shutdown
            wait "$process"
            """;

    private MariaDbTransfer() {}

    static DatabaseTransfer of(String host, int port, String login, DatabaseSettings settings) {
        return new DatabaseTransfer(
                DUMP, env(host, port, login, settings), LOAD, env("127.0.0.1", port, login, settings));
    }

    static Map<String, String> env(String host, int port, String login, DatabaseSettings settings) {
        return Map.of(
                "ATOLL_HOST",
                host,
                "ATOLL_PORT",
                Integer.toString(port),
                "ATOLL_LOGIN",
                login,
                "ATOLL_DATABASE",
                settings.database(),
                "ATOLL_OWNER_NOW",
                settings.username());
    }
}
