// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

/**
 * How users take turns in MySQL: each has the database and nothing else. Views and routines go on by the rights of who made
 * them, also while that user is locked.
 */
final class MySqlLogin {
    /**
     * The server hashes the password, since no program of its image can: it comes to it in a statement over TLS, which the
     * server writes into its logs without it.
     */
    private static final String SCRIPT = "set -euo pipefail\n" + MySqlTransfer.CLIENT + """
            user=$(cat /etc/atoll/credentials/username)
            case $user$ATOLL_SHUT in *[!a-z0-9_]*) echo "the names of the users are not ones of Atoll's" >&2; exit 1 ;; esac
            password=$(cat /etc/atoll/credentials/password)
            case $password in
              '' | *[!A-Za-z0-9]*) echo "the password is not one of Atoll's, which are of letters and digits" >&2; exit 1 ;;
            esac
            mysql "${server[@]}" <<SQL
            CREATE USER IF NOT EXISTS \\`$user\\`@\\`%\\` IDENTIFIED BY '$password';
            ALTER USER \\`$user\\`@\\`%\\` IDENTIFIED BY '$password' ACCOUNT UNLOCK;
            -- In the name that a grant is about, an underscore stands for any character.
            GRANT ALL ON \\`${ATOLL_DATABASE//_/\\\\_}\\`.* TO \\`$user\\`@\\`%\\`;
            SQL
            MYSQL_PWD=$password mysql "${address[@]}" --user="$user" --execute='SELECT 1' "$ATOLL_DATABASE" >/dev/null
            if [ -n "$ATOLL_SHUT" ]; then
              mysql "${server[@]}" --execute="ALTER USER IF EXISTS \\`$ATOLL_SHUT\\`@\\`%\\` ACCOUNT LOCK"
              open="SELECT id FROM performance_schema.processlist WHERE user = '$ATOLL_SHUT'"
              until ids=$(mysql "${server[@]}" --batch --skip-column-names --execute="$open") && [ -z "$ids" ]; do
                # One that has ended by itself meanwhile is no matter.
                for id in $ids; do mysql "${server[@]}" --execute="KILL $id" || true; done
                sleep 0.2
              done
            fi
            """;

    private MySqlLogin() {}

    static DatabaseLogin of(String host, int port, String administrator, DatabaseSettings settings) {
        return new DatabaseLogin(SCRIPT, MySqlTransfer.env(host, port, administrator, settings));
    }
}
