// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.When;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The store of the cluster in which the replicas of its gateways count requests together. */
public final class RateLimitStoreSteps {
    private static final String NAMESPACE = "rate-limits";
    private static final String NAME = "store";
    private static final long LONGEST_SECONDS = 30;

    private final Scene scene;
    private final PublishedRoute route;

    /** Called by Cucumber. */
    public RateLimitStoreSteps(Scene scene, PublishedRoute route) {
        this.scene = scene;
        this.route = route;
    }

    /** What the gateways themselves keep stays. */
    @When("the store forgets what it has counted")
    public void forgets() throws ExecutionException, InterruptedException, TimeoutException {
        if (route.isRefused()) {
            return;
        }
        Pod pod = scene.client()
                .pods()
                .inNamespace(NAMESPACE)
                .withLabel("app", NAME)
                .list()
                .getItems()
                .getFirst();
        var said = new ByteArrayOutputStream();
        try (var running = scene.client()
                .pods()
                .inNamespace(NAMESPACE)
                .withName(pod.getMetadata().getName())
                .inContainer("valkey")
                .writingOutput(said)
                .writingError(said)
                .exec("valkey-cli", "flushall", "sync")) {
            int exitCode = running.exitCode().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (exitCode != 0) {
                throw scene.failure("The store did not forget: " + said.toString(StandardCharsets.UTF_8));
            }
        }
    }

    @When("the store is switched off")
    public void isSwitchedOff() {
        if (!route.isRefused()) {
            store().scale(0);
            scene.waitUntil("the store is gone", () -> {
                var pods = scene.client()
                        .pods()
                        .inNamespace(NAMESPACE)
                        .withLabel("app", NAME)
                        .list()
                        .getItems();
                return Seen.that(pods.isEmpty(), pods.size() + " pods");
            });
        }
    }

    @When("the store is switched on again")
    public void isSwitchedOn() {
        if (!route.isRefused()) {
            store().scale(1);
            scene.waitUntil("the store is ready", () -> {
                var status = store().require().getStatus();
                return Seen.that(Objects.equals(status.getReadyReplicas(), 1), status);
            });
        }
    }

    private RollableScalableResource<Deployment> store() {
        return scene.client().apps().deployments().inNamespace(NAMESPACE).withName(NAME);
    }
}
