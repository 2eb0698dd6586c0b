// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.BackendTlsPolicy;
import dev.atoll.operator.gateway.BackendTlsPolicy.Standing;
import dev.atoll.operator.gatewayroute.Entrance.ByGateway;
import dev.atoll.operator.gatewayroute.RouteHealth.Answer;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether a gateway asks the services behind a route by TLS, as far as it says so. */
final class TlsHealth {
    private TlsHealth() {}

    /** The children without the policies that do not matter, since an equal one of another route is in force. */
    static List<HasMetadata> judged(List<HasMetadata> children, GatewayRouteObserved observed) {
        return observed.entrance() instanceof ByGateway entrance
                ? children.stream()
                        .filter(child -> !(child instanceof BackendTlsPolicy policy
                                && isInForceElsewhere(policy, observed.twins(), entrance)))
                        .toList()
                : children;
    }

    /** Why services are not asked by TLS, so that the rules lead nowhere. */
    static Optional<RouteHealth> problem(BackendTlsPolicy policy, ByGateway entrance) {
        var controller = entrance.controller().orElse("unknown");
        var name = "BackendTLSPolicy " + policy.getMetadata().getName();
        var said = policy.said(entrance.parent(), controller);
        var standing = policy.standing(entrance.parent(), controller);
        if (standing == Standing.REFUSED) {
            return Optional.of(new RouteHealth(
                    Answer.FALSE,
                    Reason.NotAccepted,
                    "%s does not take %s for Service %s: %s; until that is mended, its paths are answered by an error"
                            .formatted(entrance.parent().text(), name, policy.service(), why(said))));
        }
        return standing == Standing.UNSEEN
                        || said.stream().anyMatch(condition -> RouteHealth.isBehind(condition, policy))
                ? Optional.of(new RouteHealth(
                        Answer.FALSE,
                        Reason.Pending,
                        "waiting for controller %s to look at %s".formatted(controller, name)))
                : Optional.empty();
    }

    private static boolean isInForceElsewhere(BackendTlsPolicy policy, List<HasMetadata> twins, ByGateway entrance) {
        return twins.stream()
                .filter(BackendTlsPolicy.class::isInstance)
                .map(BackendTlsPolicy.class::cast)
                .filter(policy::saysTheSame)
                .anyMatch(twin ->
                        twin.standing(entrance.parent(), entrance.controller().orElse("unknown")) == Standing.IN_FORCE);
    }

    /** What says more than a reason comes first. */
    private static String why(List<Condition> said) {
        var negative = said.stream()
                .filter(condition -> !"True".equals(condition.getStatus()))
                .toList();
        return negative.stream()
                .filter(condition ->
                        !Objects.requireNonNullElse(condition.getMessage(), "").isEmpty())
                .findFirst()
                .or(() -> negative.stream().findFirst())
                .map(RouteHealth::text)
                .orElse("it does not say why");
    }
}
