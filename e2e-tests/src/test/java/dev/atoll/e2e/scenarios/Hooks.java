// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.TestNamespace;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What happens before and after every scenario that has a namespace of its own. */
public final class Hooks {
    private final Scene scene;
    private Instant begun = Instant.now();

    /** Called by Cucumber. */
    public Hooks(Scene scene) {
        this.scene = scene;
    }

    /** Gives the scenario its namespace. */
    @Before("not @every-gateway")
    public void begin(Scenario scenario) {
        scene.begin(Path.of(scenario.getUri().resolve(".")));
        begun = Instant.now();
        System.out.println("scenarios: " + scene.namespace().name() + " begins: " + scenario.getName());
    }

    /** Keeps what there is of a failed scenario; its namespace goes in any case, and nobody waits for that. */
    @After("not @every-gateway")
    public void end(Scenario scenario) {
        if (!scene.hasBegun()) {
            return;
        }
        String name = scene.namespace().name();
        Report.line(name + ": " + scenario.getStatus() + " after "
                + Report.seconds(Duration.between(begun, Instant.now())));
        try {
            if (scenario.isFailed()) {
                scene.namespaces().forEach(this::keepTraces);
            }
        } finally {
            scene.namespaces().forEach(TestNamespace::delete);
        }
    }

    private void keepTraces(TestNamespace namespace) {
        new Traces(scene, namespace).keep();
        System.err.println("scenarios: the traces of " + namespace.name() + " are in "
                + Checkout.root().relativize(scene.traces(namespace)));
    }
}
