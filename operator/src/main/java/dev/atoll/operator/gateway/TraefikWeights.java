// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How Traefik weighs the rules of HTTPRoutes that match the same request (read in Traefik 3.7): 100 for each character of a
 * prefix, 1000 for a method, 100 for each header, 10 for each query parameter, and 1 for each rule that comes after it in
 * its HTTPRoute. So a short path with several headers can outweigh a longer path, against the Gateway API, and its requests
 * would be treated as is asked for there.
 */
final class TraefikWeights {
    private static final int CHARACTER = 100;
    private static final int METHOD = 1000;
    private static final int HEADER = 100;
    private static final int QUERY_PARAM = 10;

    private TraefikWeights() {}

    /** The rules that would lose requests to a shorter path, though they are told a second time with its methods. */
    static List<Violation> violations(GatewayRouteSpec spec) {
        var rules = spec.rules();
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, rules.size())
                        .boxed()
                        .filter(j -> outweighs(rules.get(j), rules.get(i)))
                        .limit(1)
                        .flatMap(j -> Stream.of(violation(i, j, rules.get(j)))))
                .toList();
    }

    private static Violation violation(int index, int above, Rule rule) {
        return new Violation(
                Reason.FeatureNotSupported,
                "spec.rules[%d].path".formatted(index),
                "Traefik weighs each header like one character of a path, so that spec.rules[%d], whose path %s is above it, would get its"
                                .formatted(above, rule.path())
                        + " requests; match fewer headers and query parameters there, or the same ones here, or use another gateway");
    }

    private static boolean outweighs(Rule above, Rule rule) {
        return isAbove(above, rule)
                && meet(above, rule)
                && weight(above, !above.methods().isEmpty()) + TraefikRules.MAX_IN_ROUTE
                        >= weight(
                                rule,
                                !above.methods().isEmpty() || !rule.methods().isEmpty());
    }

    private static boolean isAbove(Rule above, Rule rule) {
        var shorter = TraefikPath.withoutSlash(above.path());
        return Stream.of(above, rule).allMatch(each -> each.grpc() == null && each.pathType() == PathType.Prefix)
                && !shorter.isEmpty()
                && TraefikPath.withoutSlash(rule.path()).startsWith(shorter + "/");
    }

    /** Rules for different methods do not meet. */
    private static boolean meet(Rule above, Rule rule) {
        return above.methods().isEmpty()
                || rule.methods().isEmpty()
                || !Collections.disjoint(above.methods(), rule.methods());
    }

    private static int weight(Rule rule, boolean hasMethod) {
        return CHARACTER * rule.path().length()
                + (hasMethod ? METHOD : 0)
                + HEADER * rule.headers().size()
                + QUERY_PARAM * rule.queryParams().size();
    }
}
