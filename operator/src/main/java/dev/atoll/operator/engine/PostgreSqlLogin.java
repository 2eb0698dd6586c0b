// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.TreeMap;

/**
 * How users take turns in PostgreSQL: what belongs to the owner stays its own, and the other is a member who acts as the
 * owner from the first moment of a session on.
 */
final class PostgreSqlLogin {
    /**
     * Roles belong to the server, so it is done in the administrator's own database, where the owner can put no function in
     * the way. psql hashes the password before it sends it.
     */
    private static final String SCRIPT = """
            set -euo pipefail
            PGPASSWORD=$(cat /etc/atoll/login/password)
            export PGPASSWORD PGOPTIONS='-c search_path=pg_catalog'
            user=$(cat /etc/atoll/credentials/username)
            sql=(psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1
              --set=user="$user" --set=owner="$ATOLL_OWNER_NOW" --set=shut="$ATOLL_SHUT")
            taken=$("${sql[@]}" <<'SQL'
            SELECT count(*) FROM pg_roles
              WHERE rolname = :'user' AND :'user' <> :'owner' AND rolcanlogin AND NOT pg_has_role(oid, :'owner', 'MEMBER')
            SQL
            )
            if [ "$taken" != 0 ]; then
              echo "there is a user $user that Atoll has not made; rename it (ALTER ROLE ... RENAME TO ...)" >&2
              exit 1
            fi
            "${sql[@]}" <<'SQL'
            SELECT format('CREATE ROLE %I NOLOGIN', :'user')
              WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'user') \\gexec
            SELECT format('GRANT %I TO %I', :'owner', :'user') WHERE :'user' <> :'owner' \\gexec
            SELECT format('ALTER ROLE %I SET role = %L', :'user', :'owner') WHERE :'user' <> :'owner' \\gexec
            SQL
            password=$(cat /etc/atoll/credentials/password)
            printf '%s\\n%s\\n' "$password" "$password" | "${sql[@]}" --file=<(echo '\\password :"user"')
            "${sql[@]}" <<'SQL'
            ALTER ROLE :"user" LOGIN;
            SQL
            PGOPTIONS='' PGPASSWORD=$password psql --no-psqlrc --no-password --username="$user" --dbname="$ATOLL_DATABASE" \\
              --command='SELECT 1' >/dev/null
            if [ -n "$ATOLL_SHUT" ]; then
              "${sql[@]}" >/dev/null <<'SQL'
            SELECT format('ALTER ROLE %I NOLOGIN', rolname) FROM pg_roles WHERE rolname = :'shut' \\gexec
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :'shut';
            SQL
            fi
            """;

    private PostgreSqlLogin() {}

    static DatabaseLogin of(String host, int port, String administrator, DatabaseSettings settings) {
        var env = new TreeMap<>(PostgreSqlTransfer.connection(host, port, administrator, "postgres"));
        env.put("ATOLL_DATABASE", settings.database());
        env.put("ATOLL_OWNER_NOW", settings.username());
        return new DatabaseLogin(SCRIPT, env);
    }
}
