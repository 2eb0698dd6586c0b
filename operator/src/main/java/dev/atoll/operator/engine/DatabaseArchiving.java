// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a server archives everything that it writes: it hands each piece to a container beside it, over the folder
 * {@link DatabaseTransfer#EXCHANGE}, and keeps it until that says that it is stored.
 *
 * @param parameters settings of the server, by its own names
 * @param reserved names of settings that nobody else may set meanwhile
 * @param files what it needs for that, by their names, below {@link #FILES}
 */
public record DatabaseArchiving(Map<String, String> parameters, Set<String> reserved, Map<String, String> files) {
    /** Folder in which the server finds the files. */
    public static final String FILES = "/etc/atoll/archive";

    public DatabaseArchiving {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        reserved = Set.copyOf(reserved);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
