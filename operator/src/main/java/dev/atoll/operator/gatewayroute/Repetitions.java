// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderMatch;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.HttpHeader;
import dev.atoll.api.v1alpha1.gatewayroute.QueryParamMatch;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names that a list may hold once only: which of two counts would be the gateway's choice. */
final class Repetitions {
    private static final String HEADER = "names a header twice, upper and lower case being the same; keep one";

    private Repetitions() {}

    static Stream<Violation> of(GatewayRouteSpec spec) {
        var rules = spec.rules();
        return Stream.concat(
                modifiers("spec", spec.requestHeaderModifier(), spec.responseHeaderModifier()),
                IntStream.range(0, rules.size())
                        .boxed()
                        .flatMap(i -> ofRule("spec.rules[%d]".formatted(i), rules.get(i))));
    }

    private static Stream<Violation> ofRule(String field, Rule rule) {
        var matched = Stream.of(
                        check(field + ".headers", lower(rule.headers().stream().map(HeaderMatch::name)), HEADER),
                        check(
                                field + ".queryParams",
                                rule.queryParams().stream().map(QueryParamMatch::name),
                                "names a parameter twice; keep one"))
                .flatMap(Optional::stream);
        return Stream.concat(matched, modifiers(field, rule.requestHeaderModifier(), rule.responseHeaderModifier()));
    }

    private static Stream<Violation> modifiers(
            String field, @Nullable HeaderModifier requests, @Nullable HeaderModifier responses) {
        return Stream.concat(
                modifier(field + ".requestHeaderModifier", requests).stream(),
                modifier(field + ".responseHeaderModifier", responses).stream());
    }

    private static Optional<Violation> modifier(String field, @Nullable HeaderModifier modifier) {
        return modifier == null ? Optional.empty() : check(field, lower(names(modifier)), HEADER);
    }

    private static Stream<String> names(HeaderModifier modifier) {
        return Stream.of(
                        modifier.set().stream().map(HttpHeader::name),
                        modifier.add().stream().map(HttpHeader::name),
                        modifier.remove().stream())
                .flatMap(names -> names);
    }

    private static Stream<String> lower(Stream<String> names) {
        return names.map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static Optional<Violation> check(String field, Stream<String> names, String message) {
        var all = names.toList();
        return all.stream().distinct().count() < all.size()
                ? Optional.of(new Violation(Reason.Invalid, field, message))
                : Optional.empty();
    }
}
