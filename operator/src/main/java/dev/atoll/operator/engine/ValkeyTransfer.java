// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Map;

/**
 * How Valkey's content is moved: as its server gives it to a replica, which is that of one moment. It comes into a new server as a
 * snapshot that this starts from, and that becomes the beginning of its log of changes.
 */
final class ValkeyTransfer {
    /** Where the volume is. */
    static final String DATA = "/data";

    /** Environment variable with the name of the owner's user. */
    static final String OWNER = "ATOLL_OWNER_NOW";

    /** What the owner may: everything but the business of the server, and having it call others. */
    static final String RIGHTS = "~* &* +@all -@admin -migrate";

    /** Who may log in, with hashes of passwords as the server keeps them. */
    static final String USERS = """
            users=/data/users.acl
            write_users() {
              {
                printf 'user default on #%s ~* &* +@all\\n' "$(sha256sum </etc/atoll/administrator/password | cut -d ' ' -f 1)"
                printf 'user %s on #%s RIGHTS\\n' "$ATOLL_OWNER_NOW" "$(sha256sum </etc/atoll/credentials/password | cut -d ' ' -f 1)"
              } >"$users.new"
              mv "$users.new" "$users"
            }
            """.replace("RIGHTS", RIGHTS);

    /** Also how a user is let in. With {@code -e} an answer that is an error is one of the program. */
    static final String CLIENT = """
            REDISCLI_AUTH=$(cat /etc/atoll/login/password)
            export REDISCLI_AUTH
            server=(valkey-cli -e -h "$ATOLL_HOST" -p "$ATOLL_PORT")
            """;

    private static final String DUMP = DatabaseTransfer.BEGIN_DUMP + CLIENT + """
            version=$("${server[@]}" INFO server | tr -d '\\r' | sed -n 's/^valkey_version://p')
            [ -n "$version" ] || { echo "the server does not tell its version" >&2; exit 1; }
            printf '%s' "$version" >/exchange/version
            "${server[@]}" --rdb - | gzip >/exchange/data
            """;

    /** The log of changes is begun when all is loaded: a server that starts with one looks at no snapshot. */
    private static final String LOAD =
            DatabaseTransfer.BEGIN_LOAD + USERS + """
            gunzip </exchange/data >/data/dump.rdb
            wait_for verified
            write_users
            valkey-server --dir /data --dbfilename dump.rdb --aclfile "$users" --appendonly no --save '' \\
              --bind 127.0.0.1 --port "$ATOLL_PORT" &
            process=$!
            """ + CLIENT + """
            until [ "$("${server[@]}" PING 2>/dev/null)" = PONG ]; do
              kill -0 "$process" || { echo "the new server has ended, see above" >&2; exit 1; }
              sleep 0.2
            done
            "${server[@]}" CONFIG SET appendonly yes >/dev/null
            is_written() {
              state=$("${server[@]}" INFO persistence | tr -d '\\r')
              grep -qx aof_enabled:1 <<<"$state" && grep -qx aof_rewrite_in_progress:0 <<<"$state" \\
                && grep -qx aof_rewrite_scheduled:0 <<<"$state"
            }
            until is_written; do sleep 0.2; done
            grep -qx aof_last_bgrewrite_status:ok <<<"$state" || { echo "the content could not be written, see above" >&2; exit 1; }
            counted=keys
            tables=0
            while IFS= read -r number; do
              tables=$((tables + number))
            done < <("${server[@]}" INFO keyspace | tr -d '\\r' | sed -nE 's/^db[0-9]+:keys=([0-9]+),.*/\\1/p')
            ask_as_owner() {
              REDISCLI_AUTH=$(cat /etc/atoll/credentials/password) "${server[@]}" --user "$ATOLL_OWNER_NOW" <<<"$ATOLL_QUERY"
            }
            """ + DatabaseTransfer.JUDGE + """
            # It ends before it could answer.
            "${server[@]}" SHUTDOWN NOSAVE || true
            wait "$process"
            rm /data/dump.rdb
            """;

    private ValkeyTransfer() {}

    static DatabaseTransfer of(String host, int port, DatabaseSettings settings) {
        return new DatabaseTransfer(DUMP, env(host, port, settings), LOAD, env("127.0.0.1", port, settings));
    }

    static Map<String, String> env(String host, int port, DatabaseSettings settings) {
        return Map.of("ATOLL_HOST", host, "ATOLL_PORT", Integer.toString(port), OWNER, settings.username());
    }
}
