// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.operator.kube.CacheLag;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.RouteDefaults;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a route from being published with less than its namespace's defaults give it. What is made together, or deleted
 * together, is not seen to come or go together; so where the defaults are missing, the API server is asked whether they are.
 */
final class CurrentDefaults {
    private static final Duration CATCHING_UP = Duration.ofMillis(200);

    private final CacheLag lag;
    private final Duration patience;
    /** UIDs of the routes for which there were defaults when they were looked at last. */
    private final Set<String> sheltered = ConcurrentHashMap.newKeySet();

    /**
     * Asks only when it must.
     *
     * @param patience until a route is looked at again whose namespace is on its way out
     */
    CurrentDefaults(CacheLag lag, Duration patience) {
        this.lag = lag;
        this.patience = patience;
    }

    /** How long to leave the route as it is, and to look again then; nothing when what was observed is to be applied. */
    Optional<Duration> awaited(GatewayRouteObserved observed, Desired desired) {
        var metadata = observed.resource().getMetadata();
        if (isFirstPublication(observed, desired)) {
            return areBehind(observed) ? Optional.of(CATCHING_UP) : remember(observed);
        }
        if (observed.defaults().isPresent() || !sheltered.contains(metadata.getUid())) {
            return remember(observed);
        }
        if (lag.isLeavingNamespace(metadata.getNamespace())) {
            return Optional.of(patience);
        }
        return areBehind(observed) || isBehind(observed.resource()) ? Optional.of(CATCHING_UP) : remember(observed);
    }

    /** For a route that is gone. */
    void forget(HasMetadata route) {
        sheltered.remove(route.getMetadata().getUid());
    }

    private Optional<Duration> remember(GatewayRouteObserved observed) {
        if (observed.defaults().isPresent()) {
            sheltered.add(observed.resource().getMetadata().getUid());
        } else {
            forget(observed.resource());
        }
        return Optional.empty();
    }

    private static boolean isFirstPublication(GatewayRouteObserved observed, Desired desired) {
        return observed.children().isEmpty() && !desired.objects().isEmpty();
    }

    private boolean areBehind(GatewayRouteObserved observed) {
        return lag.isBehind(
                GatewayDefaults.class,
                observed.resource().getMetadata().getNamespace(),
                RouteDefaults.NAME,
                observed.defaults());
    }

    private boolean isBehind(GatewayRoute route) {
        return lag.isBehind(
                GatewayRoute.class,
                route.getMetadata().getNamespace(),
                route.getMetadata().getName(),
                Optional.of(route));
    }
}
