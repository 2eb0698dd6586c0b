// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one kind of gateway is told a route. What a dialect cannot tell its gateway it refuses, so that a route never works
 * with less protection than it asks for.
 */
public interface GatewayDialect {

    /** The controller, as the IngressClass or GatewayClass names it; empty where it names none. */
    String controller();

    /**
     * Why two routes cannot have a host in common, as the end of a sentence with the remedy; empty where they can.
     *
     * @param one a route
     * @param other another one, with a host of it
     */
    default Optional<String> soleness(GatewayRouteSpec one, GatewayRouteSpec other) {
        return Optional.empty();
    }

    /** Why a feature cannot be had; empty where the gateway enforces it. */
    Optional<Refusal> refusal(Feature feature);

    /**
     * In what the gateway's way of enforcing a feature differs from what the field says, as the end of a sentence. For the
     * user's guide, and never so much that it protects less.
     */
    default Optional<String> difference(Feature feature) {
        return Optional.empty();
    }

    /** What a spec says of features that can be had, but in a way in which the gateway cannot be told. */
    default List<Violation> violations(GatewayRouteSpec spec) {
        return List.of();
    }

    /**
     * Why a Secret is of no use to the gateway for what a route names it for, as the end of a sentence with the remedy;
     * empty where nothing speaks against it. It says nothing of the keys that the Secret has besides.
     */
    default Optional<String> misfit(SecretUse use, SecretFacts secret) {
        return SecretFit.problem(use, secret);
    }

    /** What becomes of requests while a Secret is missing or of no use, as the end of a sentence; empty if unknown. */
    default Optional<String> withoutSecret(SecretUse use) {
        return use == SecretUse.CERTIFICATE
                ? Optional.of("clients get another certificate of the gateway, or none")
                : Optional.empty();
    }

    /** The objects that tell the gateway the route; none for a route without rules. */
    List<HasMetadata> objects(Route route);

    /**
     * The same where what protects a route has to be in force before it leads anywhere.
     *
     * @param present the objects by which the route is published so far, with what their controller says of them
     */
    default Step step(Route route, List<HasMetadata> present, Instant now) {
        return new Step(objects(route), Optional.empty());
    }

    /**
     * What comes next on the way to what a route asks for.
     *
     * @param objects the objects for now
     * @param pending how long it takes until there is a next step, as far as it is known; while there is any, nothing of what is
     *     published goes away. Empty when all is done
     */
    record Step(List<HasMetadata> objects, Optional<Duration> pending) {
        public Step {
            objects = List.copyOf(objects);
        }
    }

    /** What a reader of the route's status should know besides, each without a full stop. */
    List<String> remarks(Route route);

    /**
     * Why a feature cannot be had.
     *
     * @param reason whether the gateway cannot do it, or only misses an API
     * @param message the controller, the problem and the remedy
     */
    record Refusal(Reason reason, String message) {

        /** The gateway has no such feature, or cannot be told to use it. */
        static Refusal of(String controller, Feature feature, String remedy) {
            return new Refusal(
                    Reason.FeatureNotSupported,
                    "Atoll cannot tell %s to %s; %s".formatted(controller, feature.text(), remedy));
        }
    }
}
