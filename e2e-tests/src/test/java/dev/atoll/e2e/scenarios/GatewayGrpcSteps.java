// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Then;

/** gRPC calls through the gateway, which a pod makes to the gateway's Service: Java's own client cannot make them. */
public final class GatewayGrpcSteps {
    /** Any service of the run; all have the client. */
    private static final String CLIENT = "door";

    private final Scene scene;
    private final PublishedRoute route;
    private final Shell shell;

    /** Called by Cucumber. */
    public GatewayGrpcSteps(Scene scene, PublishedRoute route) {
        this.scene = scene;
        this.route = route;
        this.shell = new Shell(scene);
    }

    @Then("a gRPC call of {string} is answered by {string}")
    public void isAnsweredBy(String method, String service) {
        if (route.isRefused()) {
            return;
        }
        scene.waitUntil("a gRPC call of " + method + " is answered by " + service, () -> {
            var call = call(method);
            return Seen.that(
                    call.succeeded()
                            && call.output().startsWith(service + "-")
                            && call.output().strip().endsWith(" /" + method),
                    call);
        });
    }

    /** Only after another call has succeeded, since before that every call fails. */
    @Then("a gRPC call of {string} fails")
    public void fails(String method) {
        if (route.isRefused()) {
            return;
        }
        var call = call(method);
        if (call.succeeded()) {
            throw scene.failure("The call of " + method + " was answered: " + call);
        }
    }

    private Shell.Result call(String method) {
        String url = "http://" + GatewayRun.current().addressInside() + "/" + method;
        return shell.run(CLIENT, "actor", "call", "--host", route.host(), url);
    }
}
