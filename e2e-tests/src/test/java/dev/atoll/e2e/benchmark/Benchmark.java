// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.benchmark;

import dev.atoll.e2e.Laboratory;
import dev.atoll.e2e.Manifests;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/**
 * Creates Microservices of four children each against a control plane without controllers, and reports requests (from
 * the audit log), time, CPU and memory.
 */
public final class Benchmark {
    private static final List<Class<? extends HasMetadata>> CHILDREN =
            List.of(ServiceAccount.class, NetworkPolicy.class, Service.class, Deployment.class);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final int services;
    private final Laboratory laboratory;
    private final TestNamespace namespace;

    private Benchmark(int services, Laboratory laboratory) {
        this.services = services;
        this.laboratory = laboratory;
        this.namespace = TestNamespace.create(laboratory.controlPlane(), "bench");
    }

    /** Takes the number of services. */
    public static void main(String[] arguments) {
        int services = Integer.parseInt(arguments[0]);
        try (var laboratory = Laboratory.start("bench", ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            new Benchmark(services, laboratory).run();
        }
    }

    private void run() {
        create("warm-up");
        laboratory.settle();
        var sample = sample();
        var empty = Usage.of(laboratory.operator().pid());
        report("resident memory at 0 services", "%.0f MB", empty.residentMegabytes());

        var requests = Requests.since(laboratory.controlPlane());
        var time = createAll(requests);
        laboratory.settle();
        var full = Usage.of(laboratory.operator().pid());
        report("writes a service", "%.3f", requests.writes().size() / (double) services);
        report("reads", "%.0f", (double) requests.reads().size());
        report("CPU seconds a service", "%.4f", (full.cpuSeconds() - empty.cpuSeconds()) / services);
        report("resident memory at " + services + " services", "%.0f MB", full.residentMegabytes());
        report("memory a service", "%.0f KB", (full.residentMegabytes() - empty.residentMegabytes()) * 1024 / services);

        var versions = versions();
        var idle = Requests.since(laboratory.controlPlane());
        waitIdle();
        report("writes in 60 s at rest", "%.0f", (double) idle.writes().size());

        var restart = Requests.since(laboratory.controlPlane());
        long start = System.nanoTime();
        laboratory.restartOperator();
        report("restart to ready", "%.1f s", seconds(Duration.ofNanos(System.nanoTime() - start)));
        laboratory.settle();
        report("requests of a restart", "%.0f", (double) restart.all().size());
        report("writes of a restart", "%.0f", (double) restart.writes().size());
        report("children that moved since", "%.0f", (double) moved(versions));

        var plain = PlainClient.measure(services, sample);
        report("time to all children", "%.1f s", seconds(time));
        report("the same objects by a plain client", "%.1f s", seconds(plain));
        report("ratio", "%.2f", seconds(time) / seconds(plain));
    }

    private void create(String name) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """.formatted(name));
    }

    private Duration createAll(Requests requests) {
        long start = System.nanoTime();
        Workers.run(services, number -> create("service-" + number));
        Awaitility.await("all children of all services")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> requests.created() >= (long) services * CHILDREN.size());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private List<HasMetadata> sample() {
        return CHILDREN.stream()
                .<HasMetadata>map(kind -> withoutServerFields(namespace
                        .client()
                        .resources(kind)
                        .inNamespace(namespace.name())
                        .withName("warm-up")
                        .require()))
                .toList();
    }

    private static HasMetadata withoutServerFields(HasMetadata object) {
        if (object instanceof Service service) {
            service.getSpec().setClusterIP(null);
            service.getSpec().setClusterIPs(List.of());
            service.setStatus(null);
        }
        if (object instanceof Deployment deployment) {
            deployment.setStatus(null);
        }
        return object;
    }

    private static void waitIdle() {
        long end = System.nanoTime() + IDLE.toNanos();
        Awaitility.await("a minute of rest").atMost(IDLE.multipliedBy(2)).until(() -> System.nanoTime() > end);
    }

    private Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        for (var kind : CHILDREN) {
            namespace
                    .client()
                    .resources(kind)
                    .inNamespace(namespace.name())
                    .list()
                    .getItems()
                    .forEach(child -> versions.put(
                            child.getKind() + child.getMetadata().getName(),
                            child.getMetadata().getResourceVersion()));
        }
        return versions;
    }

    private long moved(Map<String, String> before) {
        var after = versions();
        return before.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(after.get(entry.getKey())))
                .count();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void report(String what, String format, double figure) {
        System.out.printf(Locale.ROOT, "%-40s " + format + "%n", what, figure);
    }
}
