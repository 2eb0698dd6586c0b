// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClassBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Plays a gateway with its controller, which says what it has taken; the control plane of these tests has none. */
enum PlayedGateway {
    PLAIN("k8s.io/ingress-nginx"),
    TRAEFIK("traefik.io/ingress-controller"),
    GATEWAY_API("example.com/gateway-controller");

    /** Where the gateway is reached, once it has taken a route. */
    static final String ADDRESS = "198.51.100.7";

    private static final String GATEWAY = "public";

    private final String controller;

    PlayedGateway(String controller) {
        this.controller = controller;
    }

    /** What a route's spec says to be reached through it. */
    String reference(TestNamespace namespace) {
        return this == GATEWAY_API
                ? "gateway: {name: %s, namespace: %s}".formatted(GATEWAY, namespace.name())
                : "className: " + className(namespace);
    }

    /** Its class, of which there is one for each namespace, since classes are for the whole cluster. */
    String className(TestNamespace namespace) {
        return namespace.name() + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Creates its class, and the Gateway where it has one, which is open for routes of every namespace. */
    void install(TestNamespace namespace) {
        namespace.client().resource(classIn(namespace)).create();
        if (this == GATEWAY_API) {
            // Its features are in the status, which a creation leaves out.
            namespace.client().resource(classIn(namespace)).patchStatus();
            namespace
                    .client()
                    .resource(new GatewayBuilder()
                            .withNewMetadata()
                            .withNamespace(namespace.name())
                            .withName(GATEWAY)
                            .endMetadata()
                            .withNewSpec()
                            .withGatewayClassName(className(namespace))
                            .addNewListener()
                            .withName("http")
                            .withPort(80)
                            .withProtocol("HTTP")
                            .withNewAllowedRoutes()
                            .withNewNamespaces()
                            .withFrom("All")
                            .endNamespaces()
                            .endAllowedRoutes()
                            .endListener()
                            .endSpec()
                            .build())
                    .create();
        }
    }

    /** Deletes its class, which the namespace does not take with it. */
    void uninstall(TestNamespace namespace) {
        namespace.client().resource(classIn(namespace)).delete();
    }

    /** What a route of a name became, if it is published. */
    Optional<? extends HasMetadata> published(TestNamespace namespace, String route) {
        return this == GATEWAY_API ? get(HTTPRoute.class, namespace, route) : get(Ingress.class, namespace, route);
    }

    /** Says what a controller says when it has taken a route. */
    void take(TestNamespace namespace, String route) {
        if (this == GATEWAY_API) {
            takeHttpRoute(namespace, route);
        } else {
            namespace
                    .client()
                    .resource(new IngressBuilder()
                            .withNewMetadata()
                            .withNamespace(namespace.name())
                            .withName(route)
                            .endMetadata()
                            .withNewStatus()
                            .withNewLoadBalancer()
                            .addNewIngress()
                            .withIp(ADDRESS)
                            .endIngress()
                            .endLoadBalancer()
                            .endStatus()
                            .build())
                    .patchStatus();
        }
    }

    private void takeHttpRoute(TestNamespace namespace, String route) {
        var client = namespace.client();
        client.resource(new GatewayBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace.name())
                        .withName(GATEWAY)
                        .endMetadata()
                        .withNewStatus()
                        .addNewAddress("IPAddress", ADDRESS)
                        .withConditions(holds("Programmed", 1))
                        .endStatus()
                        .build())
                .patchStatus();
        var live = get(HTTPRoute.class, namespace, route).orElseThrow();
        var generation = live.getMetadata().getGeneration();
        client.resource(new HTTPRouteBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace.name())
                        .withName(route)
                        .endMetadata()
                        .withNewStatus()
                        .addNewParent()
                        .withControllerName(controller)
                        .withParentRef(live.getSpec().getParentRefs().getFirst())
                        .withConditions(holds("Accepted", generation), holds("ResolvedRefs", generation))
                        .endParent()
                        .endStatus()
                        .build())
                .patchStatus();
    }

    private static <T extends HasMetadata> Optional<T> get(Class<T> kind, TestNamespace namespace, String name) {
        return Optional.ofNullable(namespace
                .client()
                .resources(kind)
                .inNamespace(namespace.name())
                .withName(name)
                .get());
    }

    private HasMetadata classIn(TestNamespace namespace) {
        if (this == GATEWAY_API) {
            return new GatewayClassBuilder()
                    .withNewMetadata()
                    .withName(className(namespace))
                    .endMetadata()
                    .withNewSpec()
                    .withControllerName(controller)
                    .endSpec()
                    .withNewStatus()
                    .addNewSupportedFeature("HTTPRouteMethodMatching")
                    .addNewSupportedFeature("HTTPRouteRequestTimeout")
                    .endStatus()
                    .build();
        }
        return new IngressClassBuilder()
                .withNewMetadata()
                .withName(className(namespace))
                .endMetadata()
                .withNewSpec()
                .withController(controller)
                .endSpec()
                .build();
    }

    private static Condition holds(String type, long generation) {
        return new ConditionBuilder()
                .withType(type)
                .withStatus("True")
                .withReason(type)
                .withMessage("")
                .withObservedGeneration(generation)
                .withLastTransitionTime(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
    }
}
