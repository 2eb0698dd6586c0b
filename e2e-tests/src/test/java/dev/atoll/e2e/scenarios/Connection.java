// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.util.stream.Stream;

/** Whether pods of the actor can open connections, no matter what protocol is spoken there. */
final class Connection {
    private final Shell shell;

    Connection(Scene scene) {
        this.shell = new Shell(scene);
    }

    /** Asks for a connection by sending an HTTP request. */
    Try from(String service, String target) {
        return new Try(shell.run(service, "actor", "get", Caller.url(target)));
    }

    /** What came of it. */
    record Try(Shell.Result result) {

        /** Somebody is there: an answer, or a server of another protocol that hangs up. */
        Seen isMade() {
            return Seen.that(result.succeeded() || says("EOF", "connection reset", "malformed HTTP"), result);
        }

        /** Nobody lets it in. A name that is not found proves nothing. */
        Seen isCutOff() {
            boolean isFailed = result.exitCode() > 0;
            return Seen.that(
                    isFailed && says("timeout", "Timeout", "deadline exceeded", "connection refused", "no route"),
                    result);
        }

        private boolean says(String... parts) {
            return Stream.of(parts).anyMatch(result.errors()::contains)
                    && !result.errors().contains("lookup");
        }
    }
}
