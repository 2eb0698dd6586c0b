// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.meta.RouteTargets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the services behind a route can answer: a gateway takes a route whatever becomes of them. */
final class Backends {
    private Backends() {}

    /** Whether a service has a pod that takes requests, as far as its status knows. */
    static boolean canAnswer(Microservice service) {
        var status = service.getStatus();
        return status != null && status.readyReplicas() != null && status.readyReplicas() > 0;
    }

    /**
     * One sentence for each service that gets requests and has no pod for them, without a full stop. A service that does
     * not exist is not among them; it is a reference that leads nowhere.
     */
    static List<String> silent(GatewayRouteObserved observed) {
        var spec = observed.spec();
        var rules = spec.rules();
        var places = new LinkedHashMap<String, List<String>>();
        collect(places, "spec.auth", spec.auth(), observed);
        for (int i = 0; i < rules.size(); i++) {
            var field = "spec.rules[%d]".formatted(i);
            collect(places, field, rules.get(i), observed);
            collect(places, field + ".auth", rules.get(i).auth(), observed);
        }
        return places.entrySet().stream()
                .map(entry -> "Microservice %s has no ready pod, so nobody answers %s; its own condition Ready says why"
                        .formatted(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
    }

    private static void collect(
            Map<String, List<String>> places, String field, Rule rule, GatewayRouteObserved observed) {
        var backends = RouteTargets.backends(rule);
        int sum = backends.stream().mapToInt(Backend::weight).sum();
        for (var backend : backends) {
            if (backend.weight() > 0 && isSilent(backend.service(), observed)) {
                places.computeIfAbsent(backend.service(), ignored -> new ArrayList<>())
                        .add(backend.weight() == sum ? field : share(field, backend, sum));
            }
        }
    }

    /** Who cannot ask lets nobody pass. */
    private static void collect(
            Map<String, List<String>> places, String field, @Nullable Auth auth, GatewayRouteObserved observed) {
        if (auth != null) {
            RouteTargets.asked(auth)
                    .map(Backend::service)
                    .filter(service -> isSilent(service, observed))
                    .ifPresent(service -> places.computeIfAbsent(service, ignored -> new ArrayList<>())
                            .add(Inherited.of(observed).locate(AskedServices.field(field, auth))));
        }
    }

    private static boolean isSilent(String name, GatewayRouteObserved observed) {
        return observed.services()
                .apply(name)
                .filter(service -> !canAnswer(service))
                .isPresent();
    }

    private static String share(String field, Backend backend, int sum) {
        return "%s (weight %d of %d)".formatted(field, backend.weight(), sum);
    }
}
