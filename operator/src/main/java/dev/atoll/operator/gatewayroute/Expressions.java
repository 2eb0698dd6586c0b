// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.MatchType;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.gateway.WholeExpression;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The regular expressions of a route, in the syntax that RE2 (Envoy), Go (Traefik) and re2j have in common. Envoy takes
 * nothing new for a whole listener, with the routes of others, while one expression of it does not compile; so none gets
 * there, nor one that only this library compiles.
 */
final class Expressions {
    /**
     * Above what a program of this many steps takes, RE2 in Envoy gives up (8 MiB). A step here is one character of the
     * expression, which is at most some sixteen of RE2's; the estimate is never too low.
     */
    private static final long MAX_STEPS = 20_000;

    private static final int MAX_GROUPS = 100;
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("(\\)?)\\{([0-9]+)(?:,([0-9]*))?}");
    private static final java.util.regex.Pattern UNICODE_CLASS = java.util.regex.Pattern.compile("\\\\[pP]");

    private Expressions() {}

    /** What is wrong with them, each at its field. */
    static Stream<Violation> violations(GatewayRouteSpec spec) {
        var rules = spec.rules();
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i -> ofRule("spec.rules[%d]".formatted(i), rules.get(i)));
    }

    private static Stream<Violation> ofRule(String field, Rule rule) {
        var headers = rule.headers();
        var params = rule.queryParams();
        var path = rule.pathType() == PathType.RegularExpression
                ? violation(field + ".path", rule.path(), WholeExpression.MAX_PATH)
                : Stream.<Violation>empty();
        var ofHeaders = IntStream.range(0, headers.size())
                .filter(i -> headers.get(i).type() == MatchType.RegularExpression)
                .boxed()
                .flatMap(i -> violation(
                        "%s.headers[%d].value".formatted(field, i),
                        headers.get(i).value(),
                        WholeExpression.MAX_HEADER));
        var ofParams = IntStream.range(0, params.size())
                .filter(i -> params.get(i).type() == MatchType.RegularExpression)
                .boxed()
                .flatMap(i -> violation(
                        "%s.queryParams[%d].value".formatted(field, i),
                        params.get(i).value(),
                        WholeExpression.MAX_QUERY_PARAM));
        return Stream.of(path, ofHeaders, ofParams).flatMap(violations -> violations);
    }

    private static Stream<Violation> violation(String field, String expression, int maxLength) {
        return problem(expression, maxLength).map(problem -> new Violation(Reason.Invalid, field, problem)).stream();
    }

    /** What is wrong with one, as the end of a sentence with the remedy; empty for nothing. */
    static Optional<String> problem(String expression, int maxLength) {
        if (expression.length() > maxLength) {
            return Optional.of("is longer than %d characters as a regular expression; shorten it".formatted(maxLength));
        }
        if (UNICODE_CLASS.matcher(expression).find()) {
            return Optional.of(
                    "uses classes of Unicode (\\p), which not every gateway has room for; name the characters");
        }
        // Before it is compiled: repetitions of repetitions would take the memory of whoever tries.
        if (steps(expression) > MAX_STEPS
                || expression.chars().filter(c -> c == '(').count() > MAX_GROUPS) {
            return Optional.of(
                    "repeats too much for a gateway, as a regular expression; lower the numbers in braces, or use"
                            + " fewer groups");
        }
        try {
            // By itself too: a parenthesis in it must not close the one around it.
            Pattern.compile(expression);
            Pattern.compile(WholeExpression.of(expression));
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("is no regular expression in RE2's syntax (%s%s); correct it, without look-around and"
                            .formatted(e.getDescription(), e.getPattern().isEmpty() ? "" : ": " + e.getPattern())
                    + " back-references, which gateways do not have");
        }
    }

    /** How long it would be with every repetition written out, or more. */
    private static long steps(String expression) {
        long ofGroups = 1;
        long ofCharacters = 1;
        for (var found = REPETITION.matcher(expression); found.find(); ) {
            long count = count(found);
            if (found.group(1).isEmpty()) {
                ofCharacters = Math.max(ofCharacters, count);
            } else {
                // As if each stood in the one before.
                ofGroups = Math.min(ofGroups * count, MAX_STEPS + 1);
            }
        }
        return expression.length() * ofGroups * ofCharacters;
    }

    /** The larger number of a repetition; no count is above what the compilers take anyway. */
    private static long count(Matcher found) {
        var most = found.group(3) == null || found.group(3).isEmpty() ? found.group(2) : found.group(3);
        return most.length() > 4 ? MAX_STEPS + 1 : Math.max(1, Long.parseLong(most));
    }
}
