// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.CacheLag;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RecentWrites;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.kube.RepeatedFailure;
import dev.atoll.operator.kube.ResourceApplier;
import dev.atoll.operator.kube.Revisit;
import dev.atoll.operator.kube.StatusWriter;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Reason;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** GatewayRoute → observed → validated model → desired children → applied → status. */
@ControllerConfiguration(name = "gatewayroute")
public final class GatewayRouteReconciler implements Reconciler<GatewayRoute> {
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final ResourceApplier applier;
    private final StatusWriter statuses;
    private final CurrentDefaults defaults;
    private final OperatorConfig config;
    private final Clock clock;

    GatewayRouteReconciler(
            ObjectCaches caches,
            RecentWrites recent,
            ResourceApplier applier,
            StatusWriter statuses,
            CacheLag lag,
            OperatorConfig config,
            Clock clock) {
        this.caches = caches;
        this.recent = recent;
        this.applier = applier;
        this.statuses = statuses;
        this.defaults = new CurrentDefaults(lag, config.retryInterval());
        this.config = config;
        this.clock = clock;
    }

    @Override
    public UpdateControl<GatewayRoute> reconcile(GatewayRoute resource, Context<GatewayRoute> context) {
        if (context.isPrimaryResourceDeleted() || resource.isMarkedForDeletion()) {
            statuses.forget(resource);
            caches.forget(resource);
            defaults.forget(resource);
            return Revisit.never();
        }
        var observed = GatewayRouteObserved.read(resource, caches);
        var validated = GatewayRouteChecks.check(observed);
        var desired = GatewayRouteDesired.of(observed, validated, clock.instant());
        var awaited = defaults.awaited(observed, desired);
        if (awaited.isPresent()) {
            return UpdateControl.<GatewayRoute>noUpdate().rescheduleAfter(awaited.get());
        }
        var applied = applier.apply(GatewayRouteModel.identity(resource), desired);
        statuses.write(
                resource,
                GatewayRouteStatuses.after(
                        observed, validated, applied, Optional.ofNullable(statuses.latest(resource)), clock));
        return Revisit.after(applied, config.retryInterval(), settling(observed, validated));
    }

    /** How long it takes until time alone may change something, if that is before the next look at everything. */
    private Optional<Duration> settling(GatewayRouteObserved observed, Validated<GatewayRouteModel> validated) {
        var now = clock.instant();
        // Nothing tells of a new API.
        var api = Optional.of(config.retryInterval()).filter(ignored -> validated.isInvalid(Reason.ApiNotInstalled));
        return Stream.of(
                        api,
                        GatewayRouteDesired.pending(observed, validated, now),
                        ServerCertificate.of(observed).flatMap(certificate -> certificate.settled(now)))
                .flatMap(Optional::stream)
                .filter(delay -> delay.compareTo(config.maxReconcileInterval()) < 0)
                .min(Duration::compareTo);
    }

    @Override
    public ErrorStatusUpdateControl<GatewayRoute> updateErrorStatus(
            GatewayRoute resource, Context<GatewayRoute> context, Exception failure) {
        return RepeatedFailure.report(resource, context, failure, statuses, clock);
    }

    @Override
    public List<EventSource<?, GatewayRoute>> prepareEventSources(EventSourceContext<GatewayRoute> context) {
        return List.of(GatewayRouteRelations.connect(new RelatedEventSource<>(caches, recent, context), caches));
    }
}
