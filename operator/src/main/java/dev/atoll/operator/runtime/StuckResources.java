// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.KnownObjects;
import io.fabric8.kubernetes.client.CustomResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds resources whose newest spec nobody looks at: the status speaks of an older generation, and for a long time no
 * reconcile has begun. A resource whose reconcile fails again and again is not among them; it is looked at.
 */
@ApplicationScoped
class StuckResources {
    /** Three times the longest pause between retries. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KnownObjects known;
    private final Attempts attempts;
    private final Clock clock;
    private Map<String, Instant> behindSince = Map.of();

    StuckResources(KnownObjects known, Attempts attempts, Clock clock) {
        this.known = known;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Kind, namespace and name of the resources that are stuck now. */
    synchronized List<String> find() {
        if (attempts.areNone()) {
            return List.of();
        }
        var now = clock.instant();
        var behind = new HashMap<String, Instant>();
        var stuck = Stream.of(
                        Microservice.class,
                        GatewayRoute.class,
                        GatewayDefaults.class,
                        ScalingPolicy.class,
                        ServiceDatabase.class,
                        DatabaseBackup.class,
                        DatabaseRestore.class)
                .<CustomResource<?, ? extends ConditionedStatus>>flatMap(
                        kind -> known.ofPrimary(kind).all())
                .filter(StuckResources::isBehind)
                .filter(resource -> {
                    var version = resource.getMetadata().getUid() + "/"
                            + resource.getMetadata().getGeneration();
                    var since = behindSince.getOrDefault(version, now);
                    behind.put(version, since);
                    return isLongAgo(since, now) && isForgotten(resource, now);
                })
                .map(StuckResources::name)
                .toList();
        behindSince = behind;
        return stuck;
    }

    private static boolean isBehind(CustomResource<?, ? extends ConditionedStatus> resource) {
        var status = resource.getStatus();
        return status == null
                || !Objects.equals(
                        status.observedGeneration(), resource.getMetadata().getGeneration());
    }

    private boolean isForgotten(CustomResource<?, ?> resource, Instant now) {
        return attempts.last(resource).map(last -> isLongAgo(last, now)).orElse(true);
    }

    private static boolean isLongAgo(Instant time, Instant now) {
        return time.plus(PATIENCE).isBefore(now);
    }

    private static String name(CustomResource<?, ?> resource) {
        return "%s %s/%s"
                .formatted(
                        resource.getKind(),
                        resource.getMetadata().getNamespace(),
                        resource.getMetadata().getName());
    }
}
