// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.meta.RouteTargets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        var rules = observed.resource().getSpec().rules();
        var places = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < rules.size(); i++) {
            var field = "spec.rules[%d]".formatted(i);
            collect(places, field, rules.get(i), observed);
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
            boolean isSilent = backend.weight() > 0
                    && observed.services()
                            .apply(backend.service())
                            .filter(service -> !canAnswer(service))
                            .isPresent();
            if (isSilent) {
                places.computeIfAbsent(backend.service(), ignored -> new ArrayList<>())
                        .add(backend.weight() == sum ? field : share(field, backend, sum));
            }
        }
    }

    private static String share(String field, Backend backend, int sum) {
        return "%s (weight %d of %d)".formatted(field, backend.weight(), sum);
    }
}
