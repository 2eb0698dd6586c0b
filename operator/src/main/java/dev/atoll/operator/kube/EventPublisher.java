// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Transitions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishes the transitions of conditions as events; a failure is logged and never fails a reconcile. */
@ApplicationScoped
public class EventPublisher {
    private static final String CONTROLLER = "atoll.dev/operator";
    /** Where the API server wants the events of what is in no namespace. */
    private static final String DEFAULT = "default";

    /** Longest note that Kubernetes accepts, in characters. */
    private static final int MAX_NOTE = 1024;

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final KubernetesClient client;
    private final Clock clock;

    EventPublisher(KubernetesClient client, Clock clock) {
        this.client = Impatience.of(client);
        this.clock = clock;
    }

    /** Publishes what changed between two statuses of a resource. */
    void publish(HasMetadata resource, @Nullable ConditionedStatus before, ConditionedStatus after) {
        var previous = before == null ? List.<Condition>of() : before.conditions();
        for (var transition : Transitions.between(previous, after.conditions())) {
            send(event(resource, transition));
        }
    }

    /** Publishes what is wrong about an object that has no conditions. */
    public void warn(HasMetadata object, Reason reason, String message) {
        var condition = new Condition(
                ConditionType.PROGRAMMED.text(), "False", null, clock.instant().toString(), reason.name(), message);
        send(event(object, new Transitions.Transition(condition, true)));
    }

    private void send(Event event) {
        try {
            client.resource(event).create();
        } catch (KubernetesClientException e) {
            Log.warnf(
                    "event %s for %s %s was not published: %s",
                    event.getReason(),
                    event.getRegarding().getKind(),
                    event.getRegarding().getName(),
                    e.getMessage());
        }
    }

    private Event event(HasMetadata resource, Transitions.Transition transition) {
        var metadata = resource.getMetadata();
        // spotless:off
        return new EventBuilder()
            .withNewMetadata()
                .withNamespace(Objects.requireNonNullElse(metadata.getNamespace(), DEFAULT))
                .withGenerateName(metadata.getName() + "-")
            .endMetadata()
            .withEventTime(new MicroTime(MICROS.format(clock.instant())))
            .withReportingController(CONTROLLER)
            .withReportingInstance(CONTROLLER)
            .withAction(transition.condition().type())
            .withReason(transition.condition().reason())
            .withType(transition.isWarning() ? "Warning" : "Normal")
            .withNote(shortened(transition.condition().message()))
            .withRegarding(new ObjectReferenceBuilder()
                .withApiVersion(resource.getApiVersion())
                .withKind(resource.getKind())
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .build())
            .build();
        // spotless:on
    }

    private static String shortened(String message) {
        return message.length() <= MAX_NOTE ? message : message.substring(0, MAX_NOTE - 1) + "…";
    }
}
