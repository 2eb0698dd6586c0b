// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.PathModifier;
import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import dev.atoll.operator.gateway.Middleware.RedirectRegex;
import org.jspecify.annotations.Nullable;

/** Where clients are sent, as Traefik is told it: by a regular expression about the whole URL. */
final class TraefikRedirect {
    private static final String SCHEME = "^(https?)";
    private static final String HOST = "([^/?#:]*|\\[[^/?#]*\\])";
    private static final String PORT = "(:[0-9]*)?";
    private static final String QUERY = "(\\?.*)?$";

    private TraefikRedirect() {}

    /**
     * The redirect of a rule.
     *
     * @param prefix what a rule with pathType Prefix matches
     */
    static RedirectRegex of(String prefix, Redirect redirect) {
        var scheme = redirect.scheme() == null ? "$1" : redirect.scheme();
        var host = redirect.hostname() == null ? "$2" : redirect.hostname();
        return new RedirectRegex(
                SCHEME + "://" + HOST + PORT + asked(prefix, redirect.path()) + QUERY,
                scheme + "://" + host + port(redirect) + path(redirect.path()) + "$5",
                redirect.statusCode() == 301);
    }

    /** A port goes with its scheme: with another scheme it is that scheme's own. */
    private static String port(Redirect redirect) {
        if (redirect.port() != null) {
            return ":" + redirect.port();
        }
        return redirect.scheme() == null ? "$3" : "";
    }

    private static String asked(String prefix, @Nullable PathModifier path) {
        return path == null || path.replacePrefixMatch() == null
                ? "([^?]*)"
                : TraefikPath.below(prefix, path.replacePrefixMatch(), "[^?]");
    }

    private static String path(@Nullable PathModifier path) {
        if (path == null) {
            return "$4";
        }
        return path.replaceFullPath() == null
                ? TraefikPath.instead(String.valueOf(path.replacePrefixMatch()), "$4")
                : TraefikPath.plain(path.replaceFullPath());
    }
}
