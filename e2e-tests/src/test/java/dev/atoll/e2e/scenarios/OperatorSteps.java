// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.After;
import io.cucumber.java.en.When;
import java.util.List;

/** What happens to the operator. Only for scenarios that are {@code @alone}. */
public final class OperatorSteps {
    /** After the scenario's own hooks, which are of order 10,000: they keep what this operator has logged. */
    private static final int LAST = 0;

    private final Scene scene;
    private boolean changed;

    /** Called by Cucumber. */
    public OperatorSteps(Scene scene) {
        this.scene = scene;
    }

    @When("the operator is upgraded to a build that labels every object with {string}")
    public void isUpgraded(String label) {
        if (!label.equals("app.kubernetes.io/version=next")) {
            throw new IllegalArgumentException(
                    "there is no such build; operator:next of build-all is one with version=next");
        }
        changed = true;
        String content = scene.cluster().images().load("operator:next").getFirst();
        scene.somethingChanges();
        scene.cluster().operator().upgrade(content, List.of("image.tag=" + tag()));
    }

    @When("the operator is downgraded again")
    public void isDowngraded() {
        scene.somethingChanges();
        scene.cluster().operator().install();
        changed = false;
    }

    @When("the operator is killed")
    public void isKilled() {
        scene.somethingChanges();
        scene.cluster().operator().kill();
    }

    /** Other scenarios expect this checkout's. */
    @After(order = LAST)
    public void restore() {
        if (changed) {
            isDowngraded();
        }
    }

    private String tag() {
        return scene.cluster().operator().version() + "-next";
    }
}
