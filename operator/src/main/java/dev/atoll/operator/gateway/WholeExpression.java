// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.MatchType;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;

/**
 * A regular expression of a route as a gateway is told it. A route means all of a path or a value. The Gateway API leaves
 * that to its implementations: Envoy compares all of it, Traefik looks for a part that matches, so that {@code /open} would
 * be /admin/open too.
 */
public final class WholeExpression {
    /** Longest expressions, so that with what {@link #of(String)} adds they fit into the Gateway API's fields. */
    public static final int MAX_PATH = 1024 - 6;

    /** The same for the value of a header. */
    public static final int MAX_HEADER = 4096 - 6;

    /** The same for the value of a query parameter. */
    public static final int MAX_QUERY_PARAM = 1024 - 6;

    private WholeExpression() {}

    /** The expression for the whole of what is compared. */
    public static String of(String expression) {
        return "^(?:" + expression + ")$";
    }

    static String of(PathType type, String path) {
        return type == PathType.RegularExpression ? of(path) : path;
    }

    static String of(MatchType type, String value) {
        return type == MatchType.RegularExpression ? of(value) : value;
    }
}
