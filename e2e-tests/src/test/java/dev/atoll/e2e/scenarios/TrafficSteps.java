// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;

/** Requests to services, from inside and through the gateway: single ones, and streams that go on. */
public final class TrafficSteps {
    private static final String GATEWAY = "http://traefik.traefik/";

    private final Scene scene;
    private final Caller caller;
    private final Streams streams;

    /** Called by Cucumber. */
    public TrafficSteps(Scene scene, Streams streams) {
        this.scene = scene;
        this.caller = new Caller(scene);
        this.streams = streams;
    }

    @Then("{string} answers")
    public void answers(String target) {
        answersWith(target, "");
    }

    @Then("{string} answers with {string}")
    public void answersWith(String target, String text) {
        scene.waitUntil(target + " answers with \"" + text + "\"", () -> caller.get(target, text));
    }

    @Then("the gateway answers {string} with {string}")
    public void theGatewayAnswers(String target, String text) {
        var gateway = new GatewayRequest(scene.cluster().kind().gateway(), Caller.url(target));
        scene.waitUntil("the gateway answers " + target + " with \"" + text + "\"", () -> gateway.send(text));
    }

    @When("a stream of requests to {string} starts")
    public void aStreamStarts(String target) {
        streams.start(target, caller.application(target), List.of("stream", Caller.url(target)));
    }

    @When("a stream of requests to {string} starts through the gateway")
    public void aStreamStartsThroughTheGateway(String target) {
        String withoutScheme = Caller.url(target).substring("http://".length());
        int slash = withoutScheme.indexOf('/');
        String host = withoutScheme.substring(0, slash);
        String url = GATEWAY + withoutScheme.substring(slash + 1);
        streams.start(target, scene.namespace().name(), List.of("stream", "--host", host, url));
    }

    @When("the streams end")
    public void theStreamsEnd() {
        streams.end();
        scene.somethingChanges();
    }

    @When("every stream counts anew")
    public void everyStreamCountsAnew() {
        streams.all().forEach(Stream::countAnew);
    }

    @Then("every request succeeds again")
    public void everyRequestSucceedsAgain() {
        streams.all().forEach(Stream::awaitSuccess);
    }

    @Then("every stream saw version {string}")
    public void everyStreamSawVersion(String version) {
        for (Stream stream : streams.all()) {
            scene.waitUntil("the stream to " + stream.target() + " saw version " + version, () -> {
                var count = stream.count();
                return Seen.that(count.versions().containsKey(version), count);
            });
        }
    }

    @Then("every stream saw versions {string} and {string}")
    public void everyStreamSawVersions(String one, String other) {
        everyStreamSawVersion(one);
        everyStreamSawVersion(other);
    }

    @Then("every stream saw only version {string}")
    public void everyStreamSawOnlyVersion(String version) {
        everyStreamSawVersion(version);
        for (Stream stream : streams.all()) {
            var count = stream.count();
            if (!count.versions().keySet().equals(Set.of(version))) {
                throw scene.failure("The stream to " + stream.target() + " saw " + count);
            }
        }
    }

    @Then("no stream saw a failed request")
    public void noStreamSawAFailedRequest() {
        if (streams.all().isEmpty()) {
            throw scene.failure("There is no stream.");
        }
        for (Stream stream : streams.all()) {
            var count = stream.count();
            if (count.failed() > 0 || count.sent() == 0) {
                throw scene.failure("The stream to " + stream.target() + " saw " + count);
            }
            Report.line(scene.namespace().name() + ": " + count.sent() + " requests to " + stream.target()
                    + ", none failed, answered by versions " + count.versions());
        }
    }
}
