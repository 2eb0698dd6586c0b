// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the content of a database leaves its server, and comes into a new one. The scripts are run by bash in the server's image,
 * beside a container of Atoll's that keeps or brings the content; the two meet in the folder {@link #EXCHANGE}. They find the
 * password in {@link #PASSWORD_FILE}, and everything else that differs in the environment or in that folder: nothing is ever put
 * into their text.
 *
 * @param dumpScript writes the content into a named pipe
 * @param dumpEnv environment variables of that script, none of them secret
 * @param loadScript runs a server on an empty volume, puts in what comes through the pipe, asks of it what {@link #QUERY}
 *     says, and ends it in order
 * @param loadEnv environment variables of that script beside those of the server, none of them secret
 */
public record DatabaseTransfer(
        String dumpScript, Map<String, String> dumpEnv, String loadScript, Map<String, String> loadEnv) {
    /** Folder with the credentials that the scripts log in with: the administrator's where there is one. */
    public static final String LOGIN = "/etc/atoll/login";

    /** Key of the password in the credentials, and name of its file. */
    public static final String PASSWORD = "password";

    /** File with the password. */
    public static final String PASSWORD_FILE = LOGIN + "/" + PASSWORD;

    /** Environment variable with what the owner's user asks of what was loaded; unset or empty for nothing. */
    public static final String QUERY = "ATOLL_QUERY";

    /** Environment variable with the time that a base backup is recovered to; empty for the end of that itself. */
    public static final String TARGET = "ATOLL_TARGET";

    /** Folder that both containers see. */
    public static final String EXCHANGE = "/exchange";

    /**
     * How every script that writes begins. Whoever reads the pipe has to know whether its end is the end of it all; and who
     * waits at one end of a pipe waits for ever, so a script that fails shows itself there for a moment.
     */
    static final String BEGIN_DUMP = """
            set -euo pipefail
            umask 007
            end() {
              if [ "$?" = 0 ]; then touch /exchange/done; return; fi
              touch /exchange/failed
              timeout 10 bash -c ': >/exchange/data' || true
            }
            trap end EXIT
            mkfifo /exchange/data
            """;

    /** The same for the scripts that read, and that have to know whether what they got is what was kept. */
    static final String BEGIN_LOAD = """
            set -euo pipefail
            umask 007
            end() {
              if [ "$?" = 0 ]; then touch /exchange/done; return; fi
              touch /exchange/failed
              timeout 10 bash -c ': </exchange/data' || true
            }
            trap end EXIT
            wait_for() {
              until [ -e "/exchange/$1" ]; do
                if [ -e /exchange/failed ]; then echo "the other container has failed, see its message" >&2; exit 1; fi
                sleep 0.2
              done
            }
            mkfifo /exchange/data
            wait_for described
            """;

    /**
     * How every script that reads ends, with the number of tables in {@code tables}, or of what {@code counted} says. What the query gave is told to nobody:
     * who may see that it fails need not be one who may see the data.
     */
    static final String JUDGE = """
            remark="${counted:-tables}: $tables"
            if [ -n "${ATOLL_QUERY:-}" ]; then
              answer=$(ask_as_owner) || { echo "spec.query fails, see above" >&2; exit 1; }
              read -r first _ <<<"$answer" || true
              case $first in
                t | [1-9]*) remark="$remark; spec.query answers true" ;;
                *) echo "spec.query does not answer true, nor a number above 0" >&2; exit 1 ;;
              esac
            fi
            printf '%s' "$remark" >/exchange/remark
            """;

    public DatabaseTransfer {
        dumpEnv = Collections.unmodifiableMap(new TreeMap<>(dumpEnv));
        loadEnv = Collections.unmodifiableMap(new TreeMap<>(loadEnv));
    }
}
