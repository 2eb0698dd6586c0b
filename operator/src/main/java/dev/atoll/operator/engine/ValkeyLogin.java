// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

/** How users take turns in Valkey: each may do the same with the same keys. */
final class ValkeyLogin {
    /** The server keeps who may log in beside the data, where it finds them when it is started again. */
    private static final String SCRIPT =
            "set -euo pipefail\n" + ValkeyTransfer.CLIENT + """
            user=$(cat /etc/atoll/credentials/username)
            case $user$ATOLL_SHUT in *[!a-z0-9_]*) echo "the names of the users are not ones of Atoll's" >&2; exit 1 ;; esac
            hash=$(sha256sum </etc/atoll/credentials/password | cut -d ' ' -f 1)
            read -ra rights <<<'RIGHTS'
            "${server[@]}" ACL SETUSER "$user" reset on "#$hash" "${rights[@]}" >/dev/null
            [ "$(REDISCLI_AUTH=$(cat /etc/atoll/credentials/password) "${server[@]}" --user "$user" PING)" = PONG ]
            if [ -n "$ATOLL_SHUT" ]; then
              "${server[@]}" ACL SETUSER "$ATOLL_SHUT" off resetpass >/dev/null
              "${server[@]}" CLIENT KILL USER "$ATOLL_SHUT" >/dev/null
            fi
            "${server[@]}" ACL SAVE >/dev/null
            """.replace("RIGHTS", ValkeyTransfer.RIGHTS);

    private ValkeyLogin() {}

    static DatabaseLogin of(String host, int port, DatabaseSettings settings) {
        return new DatabaseLogin(SCRIPT, ValkeyTransfer.env(host, port, settings));
    }
}
