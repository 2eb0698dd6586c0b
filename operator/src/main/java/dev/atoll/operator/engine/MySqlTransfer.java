// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Map;

/**
 * How MySQL's content is moved: by mysqldump in one transaction, so that tables of InnoDB are all of one moment. The dump does
 * not name the database, and can be put into one of another name.
 */
final class MySqlTransfer {
    /** Also how a user is let in. The server makes itself a certificate at its first start; nobody vouches for it. */
    static final String CLIENT = """
            MYSQL_PWD=$(cat /etc/atoll/login/password)
            export MYSQL_PWD
            address=(--no-defaults --protocol=TCP --ssl-mode=REQUIRED --host="$ATOLL_HOST" --port="$ATOLL_PORT")
            server=("${address[@]}" --user="$ATOLL_LOGIN")
            """;

    private static final String DUMP = DatabaseTransfer.BEGIN_DUMP + CLIENT + """
            version=$(mysql "${server[@]}" --connect-timeout=30 --batch --skip-column-names --execute='SELECT VERSION()')
            printf '%s' "${version%%-*}" >/exchange/version
            # The owner of the data is no administrator, and another server has had other transactions.
            mysqldump "${server[@]}" --single-transaction --quick --routines --events --triggers --hex-blob \\
              --no-tablespaces --set-gtid-purged=OFF "$ATOLL_DATABASE" | gzip >/exchange/data
            """;

    /** The server is started before the password is known: the image's own clients would take it for theirs. */
    private static final String LOAD = DatabaseTransfer.BEGIN_LOAD + """
            docker-entrypoint.sh mysqld --skip-log-bin --mysqlx=OFF --bind-address=127.0.0.1 &
            process=$!
            """ + CLIENT + """
            until mysql "${server[@]}" --execute='SELECT 1' >/dev/null 2>&1; do
              kill -0 "$process" || { echo "the new server has ended, see above" >&2; exit 1; }
              sleep 0.2
            done
            gunzip </exchange/data | mysql "${server[@]}" --binary-mode "$ATOLL_DATABASE"
            wait_for verified
            # Views and routines go by the rights of who made them; a user who cannot log in stands for one who is not here.
            from=$(cat /exchange/owner)
            case $from in *[!a-z0-9_]*) echo "the name of the owner in the backup is not one of Atoll's" >&2; exit 1 ;; esac
            if [ "$from" != "$ATOLL_OWNER_NOW" ]; then
              # In the name that a grant is about, an underscore stands for any character.
              printf 'CREATE USER IF NOT EXISTS `%s`@`%%` ACCOUNT LOCK; GRANT ALL ON `%s`.* TO `%s`@`%%`;' \\
                "$from" "${ATOLL_DATABASE//_/\\\\_}" "$from" | mysql "${server[@]}"
            fi
            tables=$(mysql "${server[@]}" --batch --skip-column-names <<'SQL'
            SELECT count(*) FROM information_schema.tables
              WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')
            SQL
            )
            ask_as_owner() {
              # In binary mode the client has no commands of its own.
              MYSQL_PWD=$(cat /etc/atoll/credentials/password) mysql "${address[@]}" --user="$ATOLL_OWNER_NOW" --batch \\
                --skip-column-names --binary-mode "$ATOLL_DATABASE" <<<"$ATOLL_QUERY"
            }
            """ + DatabaseTransfer.JUDGE + """
            mysqladmin "${server[@]}" shutdown
            wait "$process"
            """;

    private MySqlTransfer() {}

    static DatabaseTransfer of(String host, int port, String login, DatabaseSettings settings) {
        return new DatabaseTransfer(
                DUMP, env(host, port, login, settings), LOAD, env("127.0.0.1", port, login, settings));
    }

    static Map<String, String> env(String host, int port, String login, DatabaseSettings settings) {
        return MariaDbTransfer.env(host, port, login, settings);
    }
}
