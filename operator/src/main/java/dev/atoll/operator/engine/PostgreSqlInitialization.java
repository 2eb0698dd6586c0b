// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Initialization;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How a PostgreSQL database gets what it is to begin with. psql ends with 3 for a statement that fails, and with 2 where it cannot connect. */
final class PostgreSqlInitialization {
    /**
     * How far it is stands in the administrator's own database, where the owner cannot connect. Only a database of which it is known
     * there that its initialization has begun and is not done is ever dropped, or one with nothing in it. Extensions are made before
     * anybody else has been in the database, so there is nothing in public that their scripts could fall for.
     */
    private static final String PREPARE = """
            set -euo pipefail
            PGPASSWORD=$(cat /etc/atoll/login/password)
            export PGPASSWORD PGOPTIONS='-c search_path=pg_catalog -c client_min_messages=warning'
            sql=(psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --set=VERBOSITY=terse
              --set=owner="$ATOLL_OWNER_NOW" --set=database="$ATOLL_DATABASE" --set=attempt="$HOSTNAME")
            wrong() { echo "$1" >&2; exit 3; }
            begun=$("${sql[@]}" <<'SQL'
            CREATE TABLE IF NOT EXISTS public.atoll_initialization
              (one boolean PRIMARY KEY DEFAULT true CHECK (one), attempt text NOT NULL, done boolean NOT NULL DEFAULT false);
            SELECT count(*) FROM public.atoll_initialization;
            SQL
            )
            exists=$("${sql[@]}" <<<"SELECT count(*) FROM pg_database WHERE datname = :'database'")
            if [ "$begun" = 0 ] && [ "$exists" = 1 ]; then
              # Below are the server's own objects.
              found=$("${sql[@]}" --dbname="$ATOLL_DATABASE" <<'SQL'
            SELECT (SELECT count(*) FROM pg_class WHERE oid >= 16384) + (SELECT count(*) FROM pg_proc WHERE oid >= 16384)
              + (SELECT count(*) FROM pg_namespace WHERE oid >= 16384)
            SQL
              )
              [ "$found" = 0 ] || wrong "database $ATOLL_DATABASE has content that Atoll did not put there; nothing was run"
            fi
            ours=$("${sql[@]}" <<'SQL'
            INSERT INTO public.atoll_initialization (attempt) VALUES (:'attempt')
              ON CONFLICT (one) DO UPDATE SET attempt = excluded.attempt WHERE NOT atoll_initialization.done RETURNING 'yes';
            SQL
            )
            if [ "$ours" != yes ]; then touch /exchange/done; exit; fi
            "${sql[@]}" <<'SQL'
            DROP DATABASE IF EXISTS :"database" WITH (FORCE);
            SELECT format('CREATE ROLE %I', :'owner') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \\gexec
            ALTER ROLE :"owner" RESET ALL;
            ALTER ROLE :"owner" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
            CREATE DATABASE :"database" OWNER :"owner";
            REVOKE CONNECT, TEMPORARY ON DATABASE :"database", postgres, template1 FROM PUBLIC;
            SQL
            password=$(cat /etc/atoll/credentials/password)
            printf '%s\\n%s\\n' "$password" "$password" | "${sql[@]}" --file=<(echo '\\password :"owner"')
            # in_it NAME STATEMENT WHAT: an error of psql ends it as psql has ended.
            in_it() {
              PGOPTIONS='-c search_path=public -c client_min_messages=warning' \\
                "${sql[@]}" --dbname="$ATOLL_DATABASE" --set=name="$1" <<<"$2" || { local code=$?; echo "$3 $1 cannot be made" >&2; exit "$code"; }
            }
            for name in $ATOLL_EXTENSIONS; do in_it "$name" 'CREATE EXTENSION IF NOT EXISTS :"name"' extension; done
            for name in $ATOLL_SCHEMAS; do in_it "$name" 'CREATE SCHEMA IF NOT EXISTS :"name" AUTHORIZATION :"owner"' schema; done
            """;

    /**
     * The texts get to the server as a value that it gives back (gexec), so that nothing in them is a command to psql, which could
     * start programs. One session for all, so that a server that is taken away ends it.
     */
    private static final String RUN = """
            set -euo pipefail
            if [ -e /exchange/done ] || [ ! -d /scripts ]; then exit; fi
            PGPASSWORD=$(cat /etc/atoll/credentials/password)
            export PGPASSWORD PGCLIENTENCODING=UTF8 PGOPTIONS='-c client_min_messages=warning' LC_COLLATE=C
            # A copy, for the ConfigMap can change meanwhile.
            cp --recursive --dereference /scripts /exchange/scripts
            cd /exchange/scripts
            shopt -s nullglob
            for script in *.sql; do
              printf '\\\\echo %s\\n\\\\set script `cat ./%s`\\nSELECT :'\\''script'\\'' \\\\gexec\\nDISCARD ALL;\\n' \\
                "$script" "$script" >>/exchange/plan
            done
            [ -e /exchange/plan ] || exit 0
            code=0
            psql --no-psqlrc --no-password --quiet --set=ON_ERROR_STOP=1 --set=VERBOSITY=terse --output=/dev/null \\
              --username="$ATOLL_OWNER_NOW" --dbname="$ATOLL_DATABASE" --file=/exchange/plan \\
              >/exchange/begun 2>/exchange/errors || code=$?
            if [ "$code" != 0 ]; then
              script=$(tail --lines=1 /exchange/begun)
              message=$(grep -E --max-count=1 '(ERROR|FATAL|PANIC|error): ' /exchange/errors | sed 's/^psql:[^ ]*: //' || true)
              if [[ $message =~ \\ at\\ character\\ ([0-9]+)$ ]]; then
                lines=$(head --bytes=$((BASH_REMATCH[1] - 1)) "./$script" | wc --lines)
                message="${message% at character *} (line $((lines + 1)))"
              fi
              echo "${script:-no script was begun}: $message" >&2
              exit "$code"
            fi
            """;

    private static final String FINISH = """
            set -euo pipefail
            [ ! -e /exchange/done ] || exit 0
            if ! PGPASSWORD=$(cat /etc/atoll/credentials/password) psql --no-psqlrc --no-password --username="$ATOLL_OWNER_NOW" \\
              --dbname="$ATOLL_DATABASE" --command='SELECT 1' >/dev/null; then
              echo "user $ATOLL_OWNER_NOW cannot log in, see above; no script may change its password or its rights" >&2
              exit 1
            fi
            PGPASSWORD=$(cat /etc/atoll/login/password)
            export PGPASSWORD PGOPTIONS='-c search_path=pg_catalog'
            ours=$(psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --set=attempt="$HOSTNAME" <<'SQL'
            UPDATE public.atoll_initialization SET done = true WHERE attempt = :'attempt' RETURNING 'yes';
            SQL
            )
            [ "$ours" = yes ] || { echo "another attempt has begun meanwhile" >&2; exit 1; }
            """;

    private PostgreSqlInitialization() {}

    static DatabaseInitialization of(
            String host, int port, String administrator, DatabaseSettings settings, Initialization wanted) {
        var env = new TreeMap<>(PostgreSqlTransfer.connection(host, port, administrator, "postgres"));
        env.put("ATOLL_DATABASE", settings.database());
        env.put("ATOLL_OWNER_NOW", settings.username());
        env.put("ATOLL_EXTENSIONS", String.join(" ", wanted.extensions()));
        env.put("ATOLL_SCHEMAS", String.join(" ", wanted.schemas()));
        return new DatabaseInitialization(PREPARE, RUN, FINISH, env);
    }

    /** Names that PostgreSQL keeps for itself. */
    static List<Violation> problems(Initialization wanted) {
        return IntStream.range(0, wanted.schemas().size())
                .filter(i -> wanted.schemas().get(i).startsWith("pg_"))
                .mapToObj(i -> new Violation(
                        Reason.Invalid,
                        "spec.initialization.schemas[%d]".formatted(i),
                        "is %s, and PostgreSQL keeps names that begin with pg_ for itself; choose another name"
                                .formatted(wanted.schemas().get(i))))
                .toList();
    }
}
