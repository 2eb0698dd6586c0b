// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.Oidc;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The paths by which a browser comes back from its login, and ends it. The gateway takes them for itself, but only among the
 * requests of the rule that asks for the login.
 */
final class LoginPaths {
    private LoginPaths() {}

    /** The rules that ask for a login, by their index. */
    static Stream<Integer> rules(GatewayRouteSpec spec) {
        return IntStream.range(0, spec.rules().size())
                .boxed()
                .filter(i -> login(spec, spec.rules().get(i)).isPresent());
    }

    /** The field that asks for the login of the last rule that has one; that of the spec where there is none. */
    static String field(GatewayRouteSpec spec) {
        return rules(spec)
                .reduce((first, second) -> second)
                .map(i -> field(spec, i))
                .orElse("spec.auth.oidc");
    }

    /** What does not reach the rule that asks for the login. */
    static Stream<Violation> violations(GatewayRouteSpec spec) {
        return rules(spec).flatMap(i -> {
            var rule = spec.rules().get(i);
            var login = login(spec, rule).orElseThrow();
            return Stream.concat(
                    matches(i, rule).stream(),
                    Stream.concat(
                            path(spec, i, ".redirectPath", login.redirectPath()).stream(),
                            path(spec, i, ".logoutPath", login.logoutPath()).stream()));
        });
    }

    private static Optional<Violation> matches(int index, Rule rule) {
        boolean isForAll = rule.pathType() == PathType.Prefix
                && rule.methods().isEmpty()
                && rule.headers().isEmpty()
                && rule.queryParams().isEmpty()
                && rule.grpc() == null;
        return isForAll
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.Invalid,
                        "spec.rules[%d]".formatted(index),
                        "asks for a login (auth.oidc), from which a browser comes back by another request; let it be for all"
                                + " requests below a path, without methods, headers, queryParams and grpc"));
    }

    private static Optional<Violation> path(GatewayRouteSpec spec, int index, String field, String path) {
        var owner = spec.rules().get(index);
        if (!covers(owner, path)) {
            return violation(
                    spec,
                    index,
                    field,
                    "is not below %s, the path of spec.rules[%d]; write for example %s"
                            .formatted(owner.path(), index, below(owner.path(), path)));
        }
        return IntStream.range(0, spec.rules().size())
                .filter(i -> i != index && isNearer(spec.rules().get(i), owner, path))
                .boxed()
                .findFirst()
                .flatMap(other -> violation(
                        spec,
                        index,
                        field,
                        "is a path of spec.rules[%d], which does not ask for the login of spec.rules[%d]; write another one"
                                .formatted(other, index)));
    }

    private static Optional<Violation> violation(GatewayRouteSpec spec, int index, String field, String message) {
        return Optional.of(new Violation(Reason.Invalid, field(spec, index) + field, message));
    }

    /** A rule for the same path that is for some requests only comes first as well. */
    private static boolean isNearer(Rule other, Rule owner, String path) {
        return covers(other, path)
                && (other.pathType() == PathType.Exact
                        || other.path().length() >= owner.path().length());
    }

    /** Whether a path is one of a rule; what a regular expression is for, its gateway alone knows. */
    private static boolean covers(Rule rule, String path) {
        return switch (rule.pathType()) {
            case Exact -> rule.path().equals(path);
            case Prefix -> PathSegments.covers(rule.path(), path);
            case RegularExpression -> false;
        };
    }

    private static String below(String rule, String path) {
        return prefix(rule) + path.substring(1);
    }

    private static String prefix(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private static String field(GatewayRouteSpec spec, int index) {
        return (spec.rules().get(index).auth() == null ? "spec" : "spec.rules[%d]".formatted(index)) + ".auth.oidc";
    }

    private static Optional<Oidc> login(GatewayRouteSpec spec, Rule rule) {
        return Optional.ofNullable(rule.auth())
                .or(() -> Optional.ofNullable(spec.auth()))
                .map(Auth::oidc);
    }
}
