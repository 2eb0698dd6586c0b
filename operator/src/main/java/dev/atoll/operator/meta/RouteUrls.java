// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

/** The URLs under which a gateway publishes paths. */
public final class RouteUrls {
    private static final String SCHEME_END = "://";

    private RouteUrls() {}

    /**
     * The URL of a path.
     *
     * @param scheme {@code http} or {@code https}
     * @param authority host, and port where it is not the scheme's own
     * @param path path, beginning with a slash
     */
    public static String of(String scheme, String authority, String path) {
        return scheme + SCHEME_END + authority + path;
    }

    /** Whether a URL made by {@link #of} ends in exactly this path. */
    public static boolean hasPath(String url, String path) {
        int slash = url.indexOf('/', url.indexOf(SCHEME_END) + SCHEME_END.length());
        return slash >= 0 && url.substring(slash).equals(path);
    }
}
