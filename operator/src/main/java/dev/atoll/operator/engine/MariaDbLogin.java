// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

/**
 * How users take turns in MariaDB: each has the database and nothing else. Views and routines go on by the rights of who made
 * them, also while that user is locked.
 */
final class MariaDbLogin {
    /** The password is hashed here, as the server keeps it. */
    private static final String SCRIPT = "set -euo pipefail\n" + MariaDbTransfer.CLIENT + """
            user=$(cat /etc/atoll/credentials/username)
            case $user$ATOLL_SHUT in *[!a-z0-9_]*) echo "the names of the users are not ones of Atoll's" >&2; exit 1 ;; esac
            password=$(cat /etc/atoll/credentials/password)
            once=$(printf '%s' "$password" | sha1sum | cut -d ' ' -f 1)
            hash=$(printf "$(sed 's/../\\\\x&/g' <<<"$once")" | sha1sum | cut -d ' ' -f 1 | tr a-f A-F)
            mariadb "${server[@]}" <<SQL
            CREATE USER IF NOT EXISTS \\`$user\\`@\\`%\\` IDENTIFIED VIA mysql_native_password USING '*$hash';
            ALTER USER \\`$user\\`@\\`%\\` IDENTIFIED VIA mysql_native_password USING '*$hash' ACCOUNT UNLOCK;
            -- In the name that a grant is about, an underscore stands for any character.
            GRANT ALL ON \\`${ATOLL_DATABASE//_/\\\\_}\\`.* TO \\`$user\\`@\\`%\\`;
            SQL
            MYSQL_PWD=$password mariadb --no-defaults --protocol=TCP --host="$ATOLL_HOST" --port="$ATOLL_PORT" \\
              --user="$user" --execute='SELECT 1' "$ATOLL_DATABASE" >/dev/null
            if [ -n "$ATOLL_SHUT" ]; then
              mariadb "${server[@]}" <<SQL
            ALTER USER IF EXISTS \\`$ATOLL_SHUT\\`@\\`%\\` ACCOUNT LOCK;
            KILL USER \\`$ATOLL_SHUT\\`;
            SQL
            fi
            """;

    private MariaDbLogin() {}

    static DatabaseLogin of(String host, int port, String administrator, DatabaseSettings settings) {
        return new DatabaseLogin(SCRIPT, MariaDbTransfer.env(host, port, administrator, settings));
    }
}
