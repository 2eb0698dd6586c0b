// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Given;

/** The cluster's nodes, and what is on them. */
public final class NodeSteps {
    private final Scene scene;

    /** Called by Cucumber. */
    public NodeSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the nodes have the image of PostgreSQL {int}")
    public void haveTheImageOfPostgreSql(int version) {
        scene.cluster().images().load("postgresql:" + version);
    }
}
