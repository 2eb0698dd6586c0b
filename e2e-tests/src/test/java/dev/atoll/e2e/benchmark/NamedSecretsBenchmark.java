// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.benchmark;

import dev.atoll.e2e.Laboratory;
import dev.atoll.e2e.Manifests;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Creates Secrets that nobody names, and GatewayRoutes that name one each, and reports what the operator asks of the API server
 * and what it needs because of them; beside as many routes that name none.
 */
public final class NamedSecretsBenchmark {
    private static final int FOREIGN = 1000;
    private static final int NAMED = 200;
    private static final int FOREIGN_BYTES = 10_000;

    private final Laboratory laboratory;
    private final TestNamespace namespace;

    private NamedSecretsBenchmark(Laboratory laboratory) {
        this.laboratory = laboratory;
        this.namespace = TestNamespace.create(laboratory.controlPlane(), "secrets");
    }

    /** Takes nothing. */
    public static void main(String[] arguments) {
        try (var laboratory = Laboratory.start("bench-secrets", ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            new NamedSecretsBenchmark(laboratory).run();
        }
    }

    private void run() {
        client().resource(new IngressClassBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withController("example.com/controller")
                        .endSpec()
                        .build())
                .create();
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """);
        laboratory.settle();
        measure(FOREIGN + " Secrets that nobody names", FOREIGN, number -> secret("foreign-" + number, FOREIGN_BYTES));
        measure("the same once more, changed", FOREIGN, number -> secret("foreign-" + number, FOREIGN_BYTES));
        measure(NAMED + " routes without a Secret", NAMED, number -> route("open-" + number, ""));
        measure(NAMED + " Secrets", NAMED, number -> secret("named-" + number, 1));
        measure(
                NAMED + " routes with one each",
                NAMED,
                number -> route("named-" + number, "tls: {secretName: named-%d}".formatted(number)));
        measure("their Secrets changed in what nobody looks at", NAMED, number -> secret("named-" + number, 1));
    }

    private void measure(String what, int count, IntConsumer each) {
        var requests = Requests.since(laboratory.controlPlane());
        var before = Usage.of(laboratory.operator().pid());
        Workers.run(count, each);
        laboratory.settle();
        var after = Usage.of(laboratory.operator().pid());
        System.out.printf(
                Locale.ROOT,
                "%-48s requests %5d, of which writes %4d and watches %4d; CPU %6.2f s; resident memory %+5.1f MB, now %.0f MB%n",
                what,
                requests.all().size(),
                requests.writes().size(),
                requests.all().stream()
                        .filter(request -> "watch".equals(request.path("verb").asText()))
                        .count(),
                after.cpuSeconds() - before.cpuSeconds(),
                after.residentMegabytes() - before.residentMegabytes(),
                after.residentMegabytes());
    }

    private void route(String name, String fields) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: %s}
                spec:
                  className: web
                  hosts: [%s.example.com]
                  rules: [{service: orders}]
                  %s
                """.formatted(name, name, fields));
    }

    /** Each time with another content of that length. */
    private void secret(String name, int bytes) {
        Manifests.apply(
                namespace, """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s}
                stringData: {password: "%s"}
                """.formatted(name, UUID.randomUUID().toString().repeat(1 + bytes / 36)));
    }

    private KubernetesClient client() {
        return namespace.client();
    }
}
