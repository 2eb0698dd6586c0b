// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.BackendTlsPolicy.Standing;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.OwnerRefs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policies by which Gateways ask services by TLS. A policy is another object than the routes that lead to its Service,
 * and a gateway may see either first; a route whose policy it has not seen is plain HTTP. So a rule leads to such a port
 * only after the gateway's controller has said that the policy is in force, and the policy goes after the routes.
 */
final class BackendTlsPolicies {
    private BackendTlsPolicies() {}

    /** Those of all rules of a route, one for each port. */
    static List<BackendTlsPolicy> of(Route route, List<HasMetadata> present) {
        return route.rules().stream()
                .flatMap(rule -> of(route, rule, present).stream())
                .distinct()
                .toList();
    }

    /** Those of one rule. */
    static List<BackendTlsPolicy> of(Route route, RouteRule rule, List<HasMetadata> present) {
        return rule.backendTls().stream()
                .flatMap(tls -> rule.targets().stream()
                        .map(target -> BackendTlsPolicy.of(metadata(route, target, present), target, tls)))
                .toList();
    }

    /**
     * Whether a controller is known to ask a port by TLS, because of this policy or of an equal one that came before.
     *
     * @param present the policies with what is said of them, those of other routes included
     */
    static boolean isInForce(
            BackendTlsPolicy policy, List<HasMetadata> present, RouteParent parent, String controller) {
        return sameIn(present, policy).anyMatch(found -> found.standing(parent, controller) == Standing.IN_FORCE);
    }

    /** Whether the controller has looked at the policy, and no equal one is in force instead. */
    static boolean isRefused(
            BackendTlsPolicy policy, List<HasMetadata> present, RouteParent parent, String controller) {
        return !isInForce(policy, present, parent, controller)
                && sameIn(present, policy)
                        .filter(found -> found.getMetadata()
                                .getName()
                                .equals(policy.getMetadata().getName()))
                        .anyMatch(found -> found.standing(parent, controller) == Standing.REFUSED);
    }

    /** The same route with no request for a port that is not known to be asked by TLS. */
    static Route shut(Route route, List<HasMetadata> present, RouteParent parent, String controller) {
        var rules = route.rules().stream()
                .map(rule -> of(route, rule, present).stream()
                                .allMatch(policy -> isInForce(policy, present, parent, controller))
                        ? rule
                        : rule.withTargets(rule.targets().stream()
                                .map(Target::withoutRequests)
                                .toList()))
                .toList();
        return route.withRules(rules);
    }

    private static Stream<BackendTlsPolicy> sameIn(List<HasMetadata> present, BackendTlsPolicy policy) {
        return present.stream()
                .filter(BackendTlsPolicy.class::isInstance)
                .map(BackendTlsPolicy.class::cast)
                .filter(policy::saysTheSame);
    }

    /** With the routes that lead there as further owners, it is not taken away before them when all lose the first. */
    private static ObjectMeta metadata(Route route, Target target, List<HasMetadata> present) {
        // spotless:off
        return new ObjectMetaBuilder()
            .withNamespace(route.identity().namespace())
            .withName(Names.rule(route.name(), "TLS %s %s".formatted(target.service(), target.portName())))
            .withLabels(Labels.metadata(route.identity()))
            .withOwnerReferences(route.identity().owner())
            .addAllToOwnerReferences(present.stream()
                .filter(object -> ServicePorts.of(object).contains(ServicePorts.of(target)))
                .filter(object -> object.getMetadata().getUid() != null)
                .map(OwnerRefs::further)
                .sorted(Comparator.comparing(OwnerReference::getName))
                .toList())
            .build();
        // spotless:on
    }
}
