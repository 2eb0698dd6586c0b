// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.common.Formats;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.GatewayDialect.Refusal;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.HostPattern;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The servers outside that routes may lead to. A gateway reaches more than those who write routes may reach, so its class
 * lists them.
 *
 * @param patterns names, and with an asterisk as their first label all those below one
 */
public record ExternalHosts(List<HostPattern> patterns) {
    /** None at all. */
    public static final ExternalHosts NONE = new ExternalHosts(List.of());

    private static final Predicate<String> NAME =
            Pattern.compile(Formats.HOST_OR_WILDCARD).asMatchPredicate();

    private static final Predicate<String> EVERY = "*"::equals;

    public ExternalHosts {
        patterns = List.copyOf(patterns);
    }

    /** Reads the annotation of a class: names, separated by commas. What is none allows nothing. */
    public static ExternalHosts read(String annotation) {
        return new ExternalHosts(Arrays.stream(annotation.split(","))
                .map(String::strip)
                .filter(EVERY.or(NAME))
                .map(name -> new HostPattern(name, true))
                .toList());
    }

    /** Why no server outside can be had at all; empty where there are some. */
    Optional<Refusal> refusal(String controller) {
        return patterns.isEmpty()
                ? Optional.of(Refusal.of(
                        controller,
                        Feature.EXTERNAL,
                        "its class allows none; have it list them in the annotation %s, or name a service"
                                .formatted(Annotations.EXTERNAL_HOSTS)))
                : Optional.empty();
    }

    /** The servers of a route that are not among these, as far as there are any. */
    Stream<Violation> violations(GatewayRouteSpec spec) {
        var rules = spec.rules();
        return IntStream.range(0, patterns.isEmpty() ? 0 : rules.size())
                .boxed()
                .flatMap(i -> Stream.ofNullable(rules.get(i).external())
                        .filter(server -> !allow(server.hostname()))
                        .map(server -> new Violation(
                                Reason.NotAuthorized,
                                "spec.rules[%d].external.hostname".formatted(i),
                                "%s is not among the servers outside that the gateway's class allows; have it listed in the annotation %s, or name another"
                                        .formatted(server.hostname(), Annotations.EXTERNAL_HOSTS))));
    }

    private boolean allow(String hostname) {
        return patterns.stream().anyMatch(pattern -> pattern.covers(new HostPattern(hostname, true)));
    }
}
