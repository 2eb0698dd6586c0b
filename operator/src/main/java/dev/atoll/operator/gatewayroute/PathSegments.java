// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

/** How paths lie to each other by whole segments, as prefixes are compared: /a covers /a, /a/ and /a/b, and not /ab. */
final class PathSegments {
    private PathSegments() {}

    /** Whether a path is the prefix itself, or below it. */
    static boolean covers(String prefix, String path) {
        return withSlash(path).startsWith(withSlash(prefix));
    }

    /** Whether both are for the same requests as prefixes. */
    static boolean areEqual(String one, String other) {
        return withSlash(one).equals(withSlash(other));
    }

    private static String withSlash(String path) {
        return path.endsWith("/") ? path : path + "/";
    }
}
