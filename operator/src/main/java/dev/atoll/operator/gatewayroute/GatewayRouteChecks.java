// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.GatewayDialect;
import dev.atoll.operator.gateway.TlsTerms;
import dev.atoll.operator.gatewayroute.Dialects.Choice;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds everything that is wrong with a GatewayRoute and that its schema cannot see, all at once. */
final class GatewayRouteChecks {
    private GatewayRouteChecks() {}

    /** The model, or why there is none. */
    static Validated<GatewayRouteModel> check(GatewayRouteObserved observed) {
        var resource = observed.resource();
        if (resource.getSpec().paused()) {
            return new Validated.Paused<>();
        }
        var rules = ResolvedRule.of(observed);
        var choice = Dialects.choose(observed.entrance(), resource.getMetadata().getNamespace(), kinds(rules));
        return switch (choice) {
            case Choice.Refused(var violation) ->
                new Validated.Invalid<>(Stream.of(
                                Stream.of(violation),
                                Repetitions.of(resource.getSpec()),
                                Expressions.violations(resource.getSpec()))
                        .flatMap(Function.identity())
                        .toList());
            case Choice.Chosen(var dialect) -> check(observed, dialect, rules);
        };
    }

    private static Validated<GatewayRouteModel> check(
            GatewayRouteObserved observed, GatewayDialect dialect, List<ResolvedRule> rules) {
        var spec = observed.spec();
        var asked = AskedServices.of(observed);
        var violations = Stream.of(
                        features(spec, dialect, rules),
                        dialect.violations(spec).stream(),
                        Repetitions.of(spec),
                        Expressions.violations(spec),
                        HeaderConflicts.of(spec),
                        CountedClaims.missing(spec),
                        LoginPaths.violations(spec),
                        unheard(observed, dialect).stream(),
                        asked.violations().stream())
                .flatMap(Function.identity())
                .map(Inherited.of(observed)::locate)
                .toList();
        if (!violations.isEmpty()) {
            return new Validated.Invalid<>(violations);
        }
        var lost = Claims.lost(observed, dialect);
        var leftOut = Stream.of(
                        observed.hosts().violations().stream(),
                        lost.stream().map(Claims.Lost::violation).distinct(),
                        rules.stream().flatMap(rule -> rule.violations().stream()),
                        NamedSecret.violations(observed, dialect).map(Inherited.of(observed)::locate))
                .flatMap(Function.identity());
        return new Validated.Valid<>(GatewayRouteModel.from(observed, dialect, rules, lost, asked), leftOut.toList());
    }

    private static Stream<Violation> features(GatewayRouteSpec spec, GatewayDialect dialect, List<ResolvedRule> rules) {
        return AskedFeature.of(spec, rules).stream()
                .flatMap(asked -> dialect.refusal(asked.feature()).stream()
                        .map(refusal -> new Violation(refusal.reason(), asked.field(), refusal.message())));
    }

    /**
     * That an older route has a host for which this one asks for terms of TLS. It is refused as a whole, so that an edit takes
     * nothing away that worked.
     */
    private static Optional<Violation> unheard(GatewayRouteObserved observed, GatewayDialect dialect) {
        return TlsTerms.areIn(observed.spec()) ? Claims.hostTaken(observed, dialect) : Optional.empty();
    }

    /** The kinds of the Gateway API that the rules become, as far as they are known. */
    private static Set<String> kinds(List<ResolvedRule> rules) {
        var kinds = rules.stream()
                .filter(ResolvedRule::isSettled)
                .map(rule -> rule.isGrpc() ? "GRPCRoute" : "HTTPRoute")
                .collect(Collectors.toCollection(TreeSet::new));
        return kinds.isEmpty() ? Set.of("HTTPRoute") : kinds;
    }
}
