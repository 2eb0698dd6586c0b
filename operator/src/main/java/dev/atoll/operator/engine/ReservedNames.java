// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names that an engine or its image has in use itself.
 *
 * @param engine its name
 * @param databases of databases
 * @param users of users
 */
record ReservedNames(String engine, Set<String> databases, Set<String> users) {

    ReservedNames {
        databases = Set.copyOf(databases);
        users = Set.copyOf(users);
    }

    /** Which of the wanted names are among them. */
    Stream<Violation> problemsOf(DatabaseSettings settings) {
        var database = databases.contains(settings.database())
                ? Stream.of(new Violation(
                        Reason.Invalid,
                        "spec.database",
                        "is %s, one of %s's own databases; choose another name".formatted(settings.database(), engine)))
                : Stream.<Violation>empty();
        var user = users.contains(settings.username())
                ? Stream.of(new Violation(
                        Reason.Invalid,
                        "spec.username",
                        "is %s, a name that %s or its image keeps for itself; set spec.username to another one"
                                .formatted(settings.username(), engine)))
                : Stream.<Violation>empty();
        return Stream.concat(database, user);
    }
}
