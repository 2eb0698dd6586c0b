// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Routes that are edited while requests go through the gateway. */
public final class GatewayLoadSteps {
    private final Scene scene;
    private final PublishedRoute route;
    private final Streams streams;

    /** Called by Cucumber. */
    public GatewayLoadSteps(Scene scene, PublishedRoute route, Streams streams) {
        this.scene = scene;
        this.route = route;
        this.streams = streams;
    }

    /** From a pod, to the route's first host. */
    @When("a stream of requests for {string} starts")
    public void aStreamStarts(String path) {
        String url = "http://" + GatewayRun.current().addressInside() + path;
        streams.start(route.host() + path, scene.namespace().name(), List.of("stream", "--host", route.host(), url));
    }

    /** How fast that goes is up to the gateway: it is as if somebody edited on as soon as the last edit is to be seen. */
    @When("{int} times GatewayRoute {string} moves to another path and GatewayRoute {string} sends another header")
    public void areEdited(int times, String moving, String changing) {
        var begun = Instant.now();
        IntStream.rangeClosed(1, times).forEach(round -> {
            route.patch(moving, "spec: {rules: [{path: /echo/round-%d, service: blue}]}".formatted(round));
            route.patch(
                    changing, "spec: {responseHeaderModifier: {set: [{name: X-Round, value: '%d'}]}}".formatted(round));
            awaitAnswer(
                    "blue answers at its path number " + round,
                    "/echo/round-" + round,
                    answer -> answer.isFrom("blue"));
            awaitAnswer(
                    "header number " + round + " is sent",
                    "/echo",
                    answer -> answer.isFrom("red") && answer.has("X-Round: " + round));
        });
        Report.line(GatewayRun.current().gateway().word() + ": " + times + " edits of two routes took "
                + Report.seconds(Duration.between(begun, Instant.now())));
    }

    private void awaitAnswer(String inWords, String path, Predicate<GatewayAnswer> wanted) {
        scene.waitUntil(inWords, () -> {
            var answer = GatewayRun.current().client().send(Wanted.get(route.host(), path));
            return Seen.that(wanted.test(answer), answer);
        });
    }
}
