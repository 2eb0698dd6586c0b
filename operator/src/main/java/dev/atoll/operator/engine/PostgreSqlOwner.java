// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

/**
 * How PostgreSQL gets the user of the database's owner: by a script that the image runs once, when the volume is empty, as
 * the administrator and before anybody can connect by TCP.
 */
final class PostgreSqlOwner {
    /** Environment variable with the user's name. */
    static final String NAME = "ATOLL_OWNER";

    /** Environment variable with the path of the file that has its password. */
    static final String PASSWORD_FILE = "ATOLL_OWNER_PASSWORD_FILE";

    /**
     * createuser hashes the password before it sends it, and psql quotes the names. Since PostgreSQL 15 who owns a database
     * may create what it likes in its schema public, and nobody else may.
     */
    static final String SCRIPT = """
            #!/bin/bash
            # Gives the database to a user that has nothing else. Made by Atoll, and run once, when the data folder is new.
            set -eu
            password=$(cat "$ATOLL_OWNER_PASSWORD_FILE")
            printf '%s\\n%s\\n' "$password" "$password" |
              createuser --username="$POSTGRES_USER" --no-superuser --no-createdb --no-createrole --pwprompt "$ATOLL_OWNER"
            psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \\
              --set=owner="$ATOLL_OWNER" --set=database="$POSTGRES_DB" <<'SQL'
            ALTER DATABASE :"database" OWNER TO :"owner";
            REVOKE CONNECT, TEMPORARY ON DATABASE :"database", postgres, template1 FROM PUBLIC;
            SQL
            """;

    private PostgreSqlOwner() {}
}
