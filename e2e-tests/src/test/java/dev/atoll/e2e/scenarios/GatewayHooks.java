// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.TestNamespace;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What happens before and after every scenario that is run once for each gateway. */
public final class GatewayHooks {
    private final Scene scene;
    private final PublishedRoute route;
    private final Placeholders placeholders;
    private Instant begun = Instant.now();

    /** Called by Cucumber. */
    public GatewayHooks(Scene scene, PublishedRoute route, Placeholders placeholders) {
        this.scene = scene;
        this.route = route;
        this.placeholders = placeholders;
    }

    /** They share the namespace with the services. */
    @Before("@every-gateway and not @own-namespace")
    public void begin(Scenario scenario) {
        scene.begin(folder(scenario), GatewayRun.current().namespace());
        haveBegun();
    }

    /** What counts for all routes of a namespace would disturb the others. */
    @Before("@every-gateway and @own-namespace")
    public void beginInItsOwnNamespace(Scenario scenario) {
        scene.begin(folder(scenario));
        haveBegun();
    }

    private void haveBegun() {
        placeholders.put("namespace", scene.namespace().name());
        begun = Instant.now();
    }

    private static Path folder(Scenario scenario) {
        return Path.of(scenario.getUri().resolve("."));
    }

    /** Notes what has been seen, and keeps what there is of a failed scenario. */
    @After("@every-gateway")
    public void end(Scenario scenario) {
        route.note(scenario.getName(), scenario.isFailed());
        if (!scene.hasBegun()) {
            return;
        }
        Report.line("%s: %s, %s: %s%s after %s"
                .formatted(
                        GatewayRun.current().gateway().word(),
                        scene.name(),
                        scenario.getName(),
                        scenario.getStatus(),
                        route.isRefused() ? ", refused as documented," : "",
                        Report.seconds(Duration.between(begun, Instant.now()))));
        try {
            if (scenario.isFailed()) {
                new Traces(scene, scene.namespace()).keep();
            }
        } finally {
            scene.namespaces().forEach(TestNamespace::delete);
        }
    }
}
