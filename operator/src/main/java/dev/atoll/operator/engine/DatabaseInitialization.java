// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How new data gets what it is to begin with, in a server that nobody else can reach yet. Three scripts are run by bash in the server's
 * image, one after the other, and all three anew until all of them have ended well; each time they begin with an empty database. They
 * meet in the folder {@link #EXCHANGE}. Whoever wrote the owner's scripts can do with the second of ours what the owner can and no more:
 * it has nothing of the administrator's, and passes nothing on to a shell. A script ends with {@link #WRONG} where another try would
 * end in the same way.
 *
 * @param prepareScript makes the database empty, and what only the administrator can make in it; has the administrator's password in
 *     {@link DatabaseTransfer#PASSWORD_FILE} and the owner's under {@link DatabaseServer#SECRETS}
 * @param runScript runs the files of {@link #SCRIPTS} as the owner's user; has the owner's password alone
 * @param finishScript writes down in the server that it is done, after which none of them changes anything any more; has what the
 *     first one has
 * @param env environment of all three, nothing of it secret
 */
public record DatabaseInitialization(
        String prepareScript, String runScript, String finishScript, Map<String, String> env) {
    /** Folder with the owner's scripts. */
    public static final String SCRIPTS = "/scripts";

    /** Folder that all three see. */
    public static final String EXCHANGE = "/exchange";

    /** Exit code of a script that fails for what it is told to do, and not for the state of the server. */
    public static final int WRONG = 3;

    public DatabaseInitialization {
        env = Collections.unmodifiableMap(new TreeMap<>(env));
    }
}
