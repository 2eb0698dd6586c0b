// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import java.util.List;
import java.util.Optional;

/** The engines that there are. A new one is a file of its own and an entry here. */
public final class DatabaseEngines {
    private static final List<DatabaseEngine> ALL =
            List.of(new PostgreSqlEngine(), new MariaDbEngine(), new MySqlEngine(), new ValkeyEngine());

    private DatabaseEngines() {}

    /** The engine of a kind; nothing while Atoll cannot run it. */
    public static Optional<DatabaseEngine> find(Engine kind) {
        return ALL.stream().filter(engine -> engine.kind() == kind).findFirst();
    }

    /** The kinds that {@link #find} knows. */
    public static List<Engine> kinds() {
        return ALL.stream().map(DatabaseEngine::kind).toList();
    }
}
