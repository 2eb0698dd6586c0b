// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.Manifests;
import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.kind.SharedCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of the scenarios with the tag {@code @every-gateway}, at one gateway. They share a namespace and the services
 * behind their routes.
 */
final class GatewayRun {
    static final String PARALLELISM_KEY = "cucumber.execution.parallel.config.fixed.parallelism";
    static final String POOL_KEY = "cucumber.execution.parallel.config.fixed.max-pool-size";

    /** Scenarios side by side. They start hardly any pod; most of their time they wait for the gateway. */
    static final String PARALLELISM = "6";

    private static final String SERVICES = "e2e-tests/scenarios/gateway-services.yaml";
    private static final Map<String, String> LABELS = Map.of("pod-security.kubernetes.io/enforce", "restricted");
    private static @Nullable GatewayRun current;

    private final GatewayUnderTest gateway;
    private final FeatureTable table = FeatureTable.read();
    private final Instant begun = Instant.now();
    private @Nullable TestNamespace namespace;
    private List<String> services = List.of();
    private @Nullable GatewayClient client;

    private GatewayRun(GatewayUnderTest gateway) {
        this.gateway = gateway;
    }

    static synchronized void begin(GatewayUnderTest gateway) {
        current = new GatewayRun(gateway);
    }

    static synchronized void end() {
        GatewayRun ended = current();
        current = null;
        if (ended.namespace != null) {
            ended.namespace.delete();
            Report.line(ended.gateway.word() + ": all scenarios took "
                    + Report.seconds(Duration.between(ended.begun, Instant.now())));
            GatewayCells.write(ended.table.fields());
        }
    }

    static synchronized GatewayRun current() {
        return Objects.requireNonNull(
                current,
                "this scenario has to be run by one of the suites that choose a gateway, see scenarios/README.md");
    }

    GatewayUnderTest gateway() {
        return gateway;
    }

    FeatureTable table() {
        return table;
    }

    /** The namespace, with all services applied. */
    synchronized TestNamespace namespace() {
        if (namespace == null) {
            var created =
                    TestNamespace.create(SharedCluster.get().kind().client(), "gateway-" + gateway.word(), LABELS);
            namespace = created;
            services = Manifests.apply(created, read()).stream()
                    .filter(applied -> "Microservice".equals(applied.getKind()))
                    .map(applied -> applied.getMetadata().getName())
                    .toList();
        }
        return namespace;
    }

    /** The Microservices that are behind the routes. */
    synchronized List<String> services() {
        return services;
    }

    /** Sends requests to where the gateway listens. */
    synchronized GatewayClient client() {
        if (client == null) {
            var kind = SharedCluster.get().kind();
            client = new GatewayClient(kind.gateway(gateway.program(), false), kind.gateway(gateway.program(), true));
        }
        return client;
    }

    /** Where pods of the cluster find the gateway, without the scheme. */
    String addressInside() {
        if (gateway != GatewayUnderTest.ENVOY) {
            return "traefik.traefik";
        }
        var metadata = SharedCluster.get()
                .kind()
                .client()
                .services()
                .inAnyNamespace()
                .withLabel("gateway.envoyproxy.io/owning-gateway-name", gateway.program())
                .list()
                .getItems()
                .getFirst()
                .getMetadata();
        return metadata.getName() + "." + metadata.getNamespace();
    }

    /** What the gateway's class lists as supported. */
    Set<String> features() {
        GenericKubernetesResource found = SharedCluster.get()
                .kind()
                .client()
                .genericKubernetesResources("gateway.networking.k8s.io/v1", "GatewayClass")
                .withName(gateway.program())
                .require();
        List<Map<String, Object>> listed = found.get("status", "supportedFeatures");
        return listed == null
                ? Set.of()
                : listed.stream()
                        .map(feature -> String.valueOf(feature.get("name")))
                        .collect(Collectors.toSet());
    }

    /** Makes a route of a manifest one of this gateway. */
    void turnHere(HasMetadata object) {
        if (object instanceof GenericKubernetesResource route && "GatewayRoute".equals(route.getKind())) {
            Map<String, Object> spec = Objects.requireNonNull(route.get("spec"));
            List<String> hosts = Objects.requireNonNull(route.get("spec", "hosts"));
            spec.keySet().removeAll(Set.of("className", "gateway"));
            spec.putAll(gateway.reference());
            spec.put("hosts", hosts.stream().map(gateway::own).toList());
        }
    }

    private static String read() {
        try {
            return Files.readString(Checkout.root().resolve(SERVICES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
