// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.PathModifier;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.operator.gateway.Middleware.ReplacePath;
import dev.atoll.operator.gateway.Middleware.ReplacePathRegex;
import dev.atoll.operator.gateway.Middleware.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** Another path, as Traefik is told it: a prefix that is replaced takes a regular expression there. */
final class TraefikPath {
    private static final String PLAIN = "/_~!&',;=:@%-";
    private static final String OF_REGEX = ".+*?()|[]^$";

    private TraefikPath() {}

    /**
     * The replacement of a path, if it is rewritten.
     *
     * @param prefix what a rule with pathType Prefix matches
     */
    static Optional<Step> replaced(String prefix, Rewrite rewrite) {
        return Optional.ofNullable(rewrite.path()).map(modifier -> replaced(prefix, modifier));
    }

    private static Step replaced(String prefix, PathModifier modifier) {
        if (modifier.replaceFullPath() != null) {
            return new ReplacePath(modifier.replaceFullPath());
        }
        var replacement = String.valueOf(modifier.replacePrefixMatch());
        return new ReplacePathRegex("^" + below(prefix, replacement, ".") + "$", instead(replacement, "$1"));
    }

    /**
     * The regular expression for a prefix and what is below it, which is its one group.
     *
     * @param replacement what comes instead of the prefix
     * @param any the regular expression for any character of a path
     */
    static String below(String prefix, String replacement, String any) {
        var from = withoutSlash(prefix)
                .codePoints()
                .mapToObj(TraefikPath::literally)
                .collect(Collectors.joining());
        return from + (withoutSlash(replacement).isEmpty() ? "(?:/(%s*))?" : "(/%s*)?").formatted(any);
    }

    /** What comes instead of a prefix, with the group of what is below. */
    static String instead(String replacement, String group) {
        var to = withoutSlash(replacement);
        return (to.isEmpty() ? "/" : plain(to)) + group;
    }

    /** Text in a replacement, which knows groups by a dollar. */
    static String plain(String text) {
        return text.replace("$", "$$");
    }

    /** A slash at the end of a prefix means nothing. */
    static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The regular expression for one character: as it is, or encoded where a client may choose. */
    private static String literally(int character) {
        var text = Character.toString(character);
        if ((Character.isLetterOrDigit(character) && character < 128) || PLAIN.contains(text)) {
            return text;
        }
        var literal = OF_REGEX.contains(text) ? "\\" + text : text;
        return "(?:%s|(?i:%s))".formatted(literal, encoded(text));
    }

    private static String encoded(String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return encoded.startsWith("%") ? encoded : "%%%02X".formatted((int) text.charAt(0));
    }
}
