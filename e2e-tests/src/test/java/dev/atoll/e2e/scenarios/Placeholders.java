// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for something else in the requests and manifests of a scenario: {@code {new}} for a text that is another one
 * each time, {@code {keys}} for the public keys of {@link Issuer}, {@code {namespace}} for the namespace of a scenario at a
 * gateway, and the name of a token for the token.
 */
public final class Placeholders {
    /** What {@code {new}} is written as. */
    static final String NEW = "{new}";

    private static final Pattern WORD = Pattern.compile("\\{([a-z-]+)}");
    private final Map<String, String> named = new HashMap<>(Map.of("keys", Issuer.keys()));

    /** Lets a name stand for a value. */
    void put(String name, String value) {
        named.put(name, value);
    }

    /** The text with everything in it that stands for something else. */
    String fill(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(), found.group(1))));
    }

    private String value(String written, String name) {
        if (written.equals(NEW)) {
            return UUID.randomUUID().toString();
        }
        if (!named.containsKey(name)) {
            throw new IllegalArgumentException(written + " stands for nothing; there are " + named.keySet());
        }
        return named.get(name);
    }
}
