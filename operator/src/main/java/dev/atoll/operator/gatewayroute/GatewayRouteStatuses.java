// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static dev.atoll.operator.status.ConditionType.ACCEPTED;
import static dev.atoll.operator.status.ConditionType.READY;
import static dev.atoll.operator.status.ConditionType.STALLED;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteStatus;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The truth about a GatewayRoute, computed anew from its children each time. */
final class GatewayRouteStatuses {
    /** Reasons for which nothing of a route is left out: its gateway knows what to do without the Secret. */
    private static final Set<Reason> OF_SECRETS = EnumSet.of(Reason.SecretNotFound, Reason.SecretInvalid);

    private static final String NOTHING_LEFT = "; so nothing of the route is published";
    private static final String REVOKED =
            "nothing is published any more, for a host of it belongs to another namespace; mend the spec, and it will say which";

    private GatewayRouteStatuses() {}

    /**
     * The status after a reconcile.
     *
     * @param before the status so far
     */
    static GatewayRouteStatus after(
            GatewayRouteObserved observed,
            Validated<GatewayRouteModel> validated,
            Applied applied,
            Optional<GatewayRouteStatus> before,
            Clock clock) {
        var metadata = observed.resource().getMetadata();
        var children = validated instanceof Validated.Valid<?> || observed.isRevoked()
                ? applied.objects()
                : observed.children();
        var conditions = Conditions.after(
                before.map(GatewayRouteStatus::conditions).orElse(List.of()), metadata.getGeneration(), clock);
        var health = health(observed, children, clock.instant());
        switch (validated) {
            case Validated.Invalid<GatewayRouteModel> invalid -> addInvalid(conditions, invalid, applied, observed);
            case Validated.Paused<GatewayRouteModel> paused -> {
                StandardConditions.add(conditions, paused, applied);
                addPaused(conditions, health, children, observed);
            }
            case Validated.Valid<GatewayRouteModel> valid -> addValid(conditions, valid, applied, health, observed);
        }
        return new GatewayRouteStatus(
                metadata.getGeneration(),
                conditions.list(),
                Publication.urls(children, observed.entrance()),
                observed.entrance().controller().orElse(null),
                Publication.addresses(children, observed.entrance()),
                ClaimedHosts.after(observed, validated, applied, before, clock));
    }

    private static RouteHealth health(GatewayRouteObserved observed, List<HasMetadata> children, Instant now) {
        var health = RouteHealth.of(TlsHealth.judged(children, observed), observed.entrance())
                .with(Reason.NoEndpoints, Backends.silent(observed));
        return ServerCertificate.of(observed)
                .map(certificate -> certificate
                        .problem(now)
                        .map(problem -> health.with(problem.reason(), List.of(problem.text())))
                        .orElse(health)
                        .with(certificate.remark(now)))
                .orElse(health);
    }

    /** Not ready, even if an earlier state is still published: what the spec asks for now is not in force. */
    private static void addInvalid(
            Conditions conditions,
            Validated.Invalid<GatewayRouteModel> invalid,
            Applied applied,
            GatewayRouteObserved observed) {
        if (observed.isRevoked()) {
            StandardConditions.add(conditions, invalid, applied, REVOKED);
        } else {
            StandardConditions.add(conditions, invalid, applied);
        }
        var text = StandardConditions.text(invalid.violations());
        conditions.isFalse(READY, invalid.violations().getFirst().reason(), text);
        conditions.isTrue(STALLED, invalid.violations().getFirst().reason(), text);
    }

    private static void addPaused(
            Conditions conditions, RouteHealth health, List<HasMetadata> children, GatewayRouteObserved observed) {
        var refused = observed.hosts().violations();
        if (!refused.isEmpty()) {
            var text = StandardConditions.text(refused);
            conditions.isFalse(ACCEPTED, Reason.Conflict, text);
            conditions.isFalse(READY, Reason.Conflict, text + (children.isEmpty() ? NOTHING_LEFT : ""));
        } else if (children.isEmpty()) {
            conditions.isFalse(READY, Reason.Paused, "nothing is published, and spec.paused is true");
        } else {
            addHealth(conditions, health, List.of());
        }
    }

    private static void addValid(
            Conditions conditions,
            Validated.Valid<GatewayRouteModel> valid,
            Applied applied,
            RouteHealth health,
            GatewayRouteObserved observed) {
        var model = valid.model();
        var parts = valid.unresolved().stream().collect(Collectors.partitioningBy(Violation::isRefusal));
        var conflicts = parts.getOrDefault(true, List.of());
        var unresolved = parts.getOrDefault(false, List.of());
        StandardConditions.add(conditions, new Validated.Valid<>(model, unresolved), applied);
        var remarks = Stream.concat(Inherited.of(observed).remark().stream(), Overlaps.of(observed.hosts()).stream())
                .collect(Collectors.joining("; "));
        if (!remarks.isEmpty()) {
            conditions.isTrue(ACCEPTED, Reason.Accepted, "the spec is valid; " + remarks);
        }
        if (!conflicts.isEmpty()) {
            var text = StandardConditions.text(conflicts) + rest(model);
            conditions.isFalse(ACCEPTED, Reason.Conflict, text);
            conditions.isFalse(READY, Reason.Conflict, text);
            conditions.isTrue(STALLED, Reason.Conflict, text);
        } else if (!unresolved.isEmpty()) {
            conditions.isFalse(READY, unresolved.getFirst().reason(), text(unresolved, model));
        } else if (!applied.isComplete()) {
            var blocked = applied.blocked().getFirst();
            conditions.isFalse(READY, blocked.reason(), blocked.message());
        } else {
            addHealth(conditions, health, model.dialect().remarks(model.route()));
        }
    }

    private static String text(List<Violation> unresolved, GatewayRouteModel model) {
        boolean isComplete = unresolved.stream().allMatch(violation -> OF_SECRETS.contains(violation.reason()));
        return StandardConditions.text(unresolved) + (isComplete ? "" : rest(model));
    }

    /** What is published in spite of what is left out. */
    private static String rest(GatewayRouteModel model) {
        return model.route().rules().isEmpty() ? NOTHING_LEFT : "; the rest of it is published";
    }

    private static void addHealth(Conditions conditions, RouteHealth health, List<String> remarks) {
        var message =
                Stream.concat(Stream.of(health.message()), remarks.stream()).collect(Collectors.joining("; "));
        switch (health.answer()) {
            case TRUE -> conditions.isTrue(READY, health.reason(), message);
            case FALSE -> conditions.isFalse(READY, health.reason(), message);
            case UNKNOWN -> conditions.isUnknown(READY, health.reason(), message);
        }
    }
}
