// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Who changes a service's number of replicas. */
public final class ScalingSteps {
    private final Scene scene;
    private final Map<String, ReplicaRecord> records = new HashMap<>();

    /** Called by Cucumber. */
    public ScalingSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the changes of the number of replicas of {string} are recorded")
    public void areRecorded(String name) {
        records.put(name, new ReplicaRecord(scene, name));
    }

    @Then("only the autoscaler has changed the number of replicas of {string}")
    public void onlyTheAutoscalerHas(String name) {
        var changes = Objects.requireNonNull(records.get(name), "nothing was recorded")
                .changes();
        if (changes.isEmpty() || changes.stream().anyMatch(ReplicaRecord.Change::isByOperator)) {
            throw scene.failure("The number of replicas of " + name + " was changed like this: " + changes + ".");
        }
        Report.line(scene.namespace().name() + ": the number of replicas of " + name + " went to "
                + changes.stream().map(ReplicaRecord.Change::number).toList());
    }

    /** Watches end with the scenario. */
    @After
    public void stop() {
        records.values().forEach(ReplicaRecord::close);
    }
}
