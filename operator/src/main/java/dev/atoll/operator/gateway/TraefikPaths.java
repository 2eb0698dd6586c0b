// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.RouteIngress.IngressPath;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths of a rule, as Traefik has to be told them in an Ingress.
 *
 * <p>Traefik compares prefixes by characters, unless it is configured otherwise: /open would open /openly too, and with it
 * what another rule protects. So a prefix becomes two paths: everything below it, which ends in a slash, and itself alone.
 * The latter is a regular expression, since the text of an exact path would be shorter than that of a prefix above it, and
 * the longer text wins. An Ingress takes only what begins with a slash, so the expression begins with one that is there no
 * times.
 */
final class TraefikPaths {
    /** The annotation by which paths of no standard type are regular expressions. */
    static final String MATCHER = "router.pathmatcher";

    /** The value of that annotation. */
    static final String REGULAR_EXPRESSION = "PathRegexp";

    private static final String OF_NO_STANDARD = "ImplementationSpecific";
    private static final Pattern SPECIAL = Pattern.compile("[.+*?()|\\[\\]^$]");

    private TraefikPaths() {}

    static Stream<IngressPath> of(RouteRule rule) {
        return rule.onlyTarget().stream().flatMap(target -> {
            var path = rule.path().endsWith("/")
                    ? rule.path().substring(0, rule.path().length() - 1)
                    : rule.path();
            return rule.pathType() != PathType.Prefix || path.isEmpty()
                    ? IngressPath.of(rule)
                    : Stream.of(
                            new IngressPath(path + "/", PathType.Prefix.name(), target),
                            new IngressPath("/{0}^%s$".formatted(literally(path)), OF_NO_STANDARD, target));
        });
    }

    /** Whether the annotation is needed. */
    static boolean hasExpressions(List<IngressPath> paths) {
        return paths.stream().anyMatch(path -> path.type().equals(OF_NO_STANDARD));
    }

    private static String literally(String path) {
        return SPECIAL.matcher(path).replaceAll("\\\\$0");
    }
}
