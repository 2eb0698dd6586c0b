// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a user is let into a server that goes on, with all that the owner may, and how another one is shut out. The script is
 * run by bash in the server's image, as often as it takes: it changes nothing that is as it should be. It has the
 * administrator's password in {@link DatabaseTransfer#PASSWORD_FILE}, name and password of the user in files under
 * {@link DatabaseServer#SECRETS}, and in {@link #SHUT} who is to be shut out. It ends well only if the user could log in.
 *
 * @param script what is run
 * @param env its environment, nothing of it secret
 */
public record DatabaseLogin(String script, Map<String, String> env) {
    /** Environment variable with the name of the user that is shut out; empty for none. */
    public static final String SHUT = "ATOLL_SHUT";

    /** File under {@link DatabaseServer#SECRETS} with the user's name. */
    public static final String USERNAME = "username";

    private static final String SUFFIX = "_2";

    /** PostgreSQL's is the shortest limit. */
    private static final int LONGEST_NAME = 63;

    public DatabaseLogin {
        env = Collections.unmodifiableMap(new TreeMap<>(env));
    }

    /** The user that takes turns with the owner's. */
    public static String alternate(String owner) {
        return owner.substring(0, Math.min(owner.length(), LONGEST_NAME - SUFFIX.length())) + SUFFIX;
    }
}
