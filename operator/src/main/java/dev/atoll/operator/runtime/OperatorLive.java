// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import dev.atoll.operator.kube.ObjectCaches;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.RegisteredController;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails when only a restart helps: an informer has ended for good, or a resource is stuck. An API server that is away is
 * no such case; informers go on trying, and a restart would gain nothing.
 */
@Liveness
@ApplicationScoped
class OperatorLive implements HealthCheck {
    private final Operator operator;
    private final ObjectCaches caches;
    private final StuckResources stuck;

    OperatorLive(Operator operator, ObjectCaches caches, StuckResources stuck) {
        this.operator = operator;
        this.caches = caches;
        this.stuck = stuck;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("operator");
        if (!operator.getRuntimeInfo().isStarted()) {
            // Starting is the startup probe's business.
            return response.up().build();
        }
        var forgotten = stuck.find();
        boolean alive = caches.areAlive() && controllersRun();
        return response.withData("informers", alive ? "running" : "ended")
                .withData("stuck", String.join(", ", forgotten))
                .status(alive && forgotten.isEmpty())
                .build();
    }

    private boolean controllersRun() {
        for (RegisteredController<?> controller : operator.getRegisteredControllers()) {
            var sources = controller.getControllerHealthInfo().informerEventSourceHealthIndicators();
            for (InformerWrappingEventSourceHealthIndicator<?> source : sources.values()) {
                if (!source.informerHealthIndicators().values().stream().allMatch(InformerHealthIndicator::isRunning)) {
                    return false;
                }
            }
        }
        return true;
    }
}
