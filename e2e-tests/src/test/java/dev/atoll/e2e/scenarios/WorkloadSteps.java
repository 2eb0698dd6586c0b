// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Deployments and the pods of a service or a database, by its name. */
public final class WorkloadSteps {
    private final Scene scene;
    /** Number of restarts by identity of the pod. */
    private final Map<String, Map<String, Integer>> remembered = new HashMap<>();

    /** Called by Cucumber. */
    public WorkloadSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the pods of {string} are remembered")
    public void thePodsAreRemembered(String name) {
        scene.waitUntil("no pod of " + name + " is on its way out", () -> {
            var leaving = scene.pods(name).stream()
                    .filter(pod -> pod.getMetadata().getDeletionTimestamp() != null)
                    .map(pod -> pod.getMetadata().getName())
                    .toList();
            return Seen.that(leaving.isEmpty(), leaving);
        });
        remembered.put(name, restarts(name));
    }

    @When("a pod of {string} is killed")
    public void aPodIsKilled(String name) {
        scene.client().resource(onePod(name)).withGracePeriod(0).delete();
        scene.somethingChanges();
    }

    @When("a pod of {string} is deleted")
    public void aPodIsDeleted(String name) {
        scene.client().resource(onePod(name)).delete();
        scene.somethingChanges();
    }

    @Then("deployment {string} has {int} ready pod(s)")
    public void hasReadyPods(String name, int count) {
        scene.waitUntil("deployment " + name + " has " + count + " ready pods", () -> {
            long ready = scene.pods(name).stream()
                    .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                    .filter(pod -> Readiness.getInstance().isReady(pod))
                    .count();
            DeploymentStatus status = status(name);
            return Seen.that(ready == count && numberOf(status.getReadyReplicas()) == count, status);
        });
    }

    @Then("deployment {string} has rolled out")
    public void hasRolledOut(String name) {
        scene.waitUntil("deployment " + name + " has rolled out", () -> {
            var deployment = ObjectKind.Deployment.in(scene, name).require();
            var status = status(name);
            int wanted = numberOf(deployment.get("spec", "replicas"));
            return Seen.that(
                    Objects.equals(deployment.getMetadata().getGeneration(), status.getObservedGeneration())
                            && numberOf(status.getUpdatedReplicas()) == wanted
                            && numberOf(status.getReplicas()) == wanted
                            && numberOf(status.getAvailableReplicas()) == wanted,
                    status);
        });
    }

    @Then("statefulset {string} has rolled out")
    public void statefulSetHasRolledOut(String name) {
        scene.waitUntil("statefulset " + name + " has rolled out", () -> {
            var set = ObjectKind.StatefulSet.in(scene, name).require();
            Map<String, Object> status = set.get("status");
            return Seen.that(
                    String.valueOf(set.getMetadata().getGeneration())
                                    .equals(String.valueOf(status.get("observedGeneration")))
                            && Objects.equals(status.get("updateRevision"), status.get("currentRevision"))
                            && Objects.equals(status.get("readyReplicas"), set.get("spec", "replicas")),
                    status);
        });
    }

    @Then("every remembered pod of {string} is gone")
    public void everyPodIsGone(String name) {
        scene.waitUntil("every remembered pod of " + name + " is gone", () -> {
            var now = restarts(name);
            return Seen.that(memoryOf(name).keySet().stream().noneMatch(now::containsKey), now);
        });
    }

    @Then("one remembered pod of {string} is gone")
    public void onePodIsGone(String name) {
        scene.waitUntil("one remembered pod of " + name + " is gone", () -> {
            var now = restarts(name);
            long gone = memoryOf(name).keySet().stream()
                    .filter(pod -> !now.containsKey(pod))
                    .count();
            return Seen.that(gone == 1, now);
        });
    }

    @Then("no remembered pod of {string} was replaced or restarted")
    public void noPodWasReplaced(String name) {
        var now = restarts(name);
        memoryOf(name).forEach((pod, restarts) -> {
            if (!restarts.equals(now.get(pod))) {
                throw scene.failure("The pods of " + name + " (and their restarts) were " + memoryOf(name)
                        + ", but are now " + now);
            }
        });
    }

    private Map<String, Integer> memoryOf(String name) {
        return Objects.requireNonNull(remembered.get(name), () -> "the pods of " + name + " were not remembered");
    }

    private Map<String, Integer> restarts(String name) {
        var restarts = new TreeMap<String, Integer>();
        for (Pod pod : scene.pods(name)) {
            restarts.put(
                    pod.getMetadata().getName() + "/" + pod.getMetadata().getUid(),
                    pod.getStatus().getContainerStatuses().stream()
                            .mapToInt(ContainerStatus::getRestartCount)
                            .sum());
        }
        return restarts;
    }

    private Pod onePod(String name) {
        return scene.pods(name).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> Readiness.getInstance().isReady(pod))
                .findFirst()
                .orElseThrow(() -> scene.failure("There is no ready pod of " + name));
    }

    private DeploymentStatus status(String name) {
        return scene.client()
                .apps()
                .deployments()
                .inNamespace(scene.namespace().name())
                .withName(name)
                .require()
                .getStatus();
    }

    private static int numberOf(Integer count) {
        return count == null ? 0 : count;
    }
}
