// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.kind.Nodes;
import io.cucumber.java.After;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nodes that are drained or stop, and where pods run. */
public final class NodeSteps {
    /** What a scenario cannot do without while a node is away: there is one pod of each. */
    private static final Set<String> NEEDED = Set.of("atoll-system", "traefik");

    private final Scene scene;
    private final Set<String> closed = new HashSet<>();
    private @Nullable String stopped;
    private int refused;

    /** Called by Cucumber. */
    public NodeSteps(Scene scene) {
        this.scene = scene;
    }

    /** Other scenarios want all nodes. */
    @After(order = 20_000)
    public void repair() {
        if (stopped != null) {
            theStoppedNodeStarts();
        }
        everyNodeIsUsedAgain();
    }

    @Then("the pods of {string} run in {int} zones")
    public void runInZones(String name, int count) {
        scene.waitUntil("the pods of " + name + " run in " + count + " zones", () -> {
            var zones = scene.pods(name).stream()
                    .map(pod -> nodes().zone(pod.getSpec().getNodeName()))
                    .distinct()
                    .sorted()
                    .toList();
            return Seen.that(zones.size() == count, zones);
        });
    }

    @When("a node is drained")
    public void aNodeIsDrained() {
        whatOthersHaveLeftIsGone();
        String node = nodeWithoutStreams();
        closed.add(node);
        nodes().drain(node);
        scene.somethingChanges();
    }

    @When("no node takes pods any more")
    public void noNodeTakesPods() {
        for (String node : nodes().workers()) {
            closed.add(node);
            nodes().cordon(node);
        }
    }

    @When("every node is used again")
    public void everyNodeIsUsedAgain() {
        closed.forEach(node -> nodes().uncordon(node));
        closed.clear();
        scene.somethingChanges();
    }

    @When("a node stops")
    public void aNodeStops() {
        String node = nodeWithoutStreams();
        leaveWhatIsNeeded(node);
        stopped = node;
        nodes().stop(node);
        scene.somethingChanges();
    }

    @When("the stopped node starts")
    public void theStoppedNodeStarts() {
        String node = node(stopped);
        nodes().start(node);
        scene.somethingChanges();
        scene.waitUntil("node " + node + " is ready", () -> Seen.that(nodes().isReady(node), "not ready"));
        stopped = null;
    }

    @When("all pods of {string} are evicted at once")
    public void allAreEvicted(String name) {
        refused = 0;
        for (Pod pod : scene.pods(name)) {
            if (!nodes().evict(pod)) {
                refused++;
            }
        }
        scene.somethingChanges();
    }

    @Then("its disruption budget has refused one eviction")
    public void hasRefusedOne() {
        if (refused != 1) {
            throw scene.failure(refused + " evictions were refused.");
        }
    }

    /** A drain refuses a pod that nothing would make again, also when its namespace is on its way out. */
    private void whatOthersHaveLeftIsGone() {
        scene.waitUntil("the namespaces of former scenarios are gone", () -> {
            var leaving = scene.client().namespaces().list().getItems().stream()
                    .filter(namespace -> namespace.getMetadata().getDeletionTimestamp() != null)
                    .map(namespace -> namespace.getMetadata().getName())
                    .toList();
            return Seen.that(leaving.isEmpty(), leaving);
        });
    }

    /** What watches from a lost node would tell nothing. */
    private String nodeWithoutStreams() {
        return nodes().workers().stream()
                .filter(node -> nodes().pods(node).stream().noneMatch(this::isStream))
                .findFirst()
                .orElseThrow(() -> scene.failure("Every node has a stream of this scenario."));
    }

    private boolean isStream(Pod pod) {
        return pod.getMetadata().getNamespace().equals(scene.namespace().name())
                && pod.getMetadata().getName().startsWith("stream-");
    }

    private void leaveWhatIsNeeded(String node) {
        List<Pod> needed = nodes().pods(node).stream()
                .filter(pod -> NEEDED.contains(pod.getMetadata().getNamespace()))
                .toList();
        if (needed.isEmpty()) {
            return;
        }
        closed.add(node);
        nodes().cordon(node);
        nodes().end(needed);
        scene.waitUntil("the operator is ready elsewhere", () -> {
            boolean left = nodes().pods(node).stream()
                    .noneMatch(pod -> NEEDED.contains(pod.getMetadata().getNamespace()));
            return Seen.that(left && scene.cluster().operator().isReady(), "not yet");
        });
        everyNodeIsUsedAgain();
    }

    private Nodes nodes() {
        return scene.cluster().nodes();
    }

    private String node(@Nullable String node) {
        if (node == null) {
            throw scene.failure("There is no such node.");
        }
        return node;
    }
}
