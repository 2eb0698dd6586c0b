// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** A route at the gateway that the run is about, and requests through it from outside the cluster, single and many. */
public final class GatewaySteps {
    /** How many standard deviations a share of requests may be off: by chance once in a thousand million times. */
    private static final double SIGMAS = 6;

    private final Scene scene;
    private final PublishedRoute route;
    private final GatewayRequests requests;

    /** Called by Cucumber. */
    public GatewaySteps(Scene scene, PublishedRoute route, GatewayRequests requests) {
        this.scene = scene;
        this.route = route;
        this.requests = requests;
    }

    /** An HTTP method. */
    @ParameterType("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS")
    public String method(String word) {
        return word;
    }

    @Given("the route in {string}")
    public void theRoute(String file) {
        route.publish(file, List.of());
    }

    @Given("the route in {string}, which needs {string}")
    public void theRouteWhichNeeds(String file, String field) {
        route.publish(file, List.of(field));
    }

    @Given("the route in {string}, which needs {string} and {string}")
    public void theRouteWhichNeeds(String file, String field, String other) {
        route.publish(file, List.of(field, other));
    }

    /** For all hosts that routes have at this gateway. */
    @Given("Secret {string} with a certificate")
    public void aCertificate(String name) {
        scene.client()
                .resource(SelfMadeCertificate.secret(
                        name, GatewayRun.current().gateway().domain()))
                .forceConflicts()
                .serverSideApply();
    }

    @When("{method} {string} is sent")
    public void isSent(String method, String path) {
        requests.describe(method, path, List.of(), false);
    }

    @When("{method} {string} is sent with {string}")
    public void isSentWith(String method, String path, String header) {
        requests.describe(method, path, List.of(header), false);
    }

    @When("{method} {string} is sent with {string} and {string}")
    public void isSentWith(String method, String path, String header, String other) {
        requests.describe(method, path, List.of(header, other), false);
    }

    @When("{method} {string} is sent over TLS")
    public void isSentOverTls(String method, String path) {
        requests.describe(method, path, List.of(), true);
    }

    /** Fails at once if the shares are others: that it looks again is only for requests that nobody answered. */
    @Then("of {int} such requests about {int} % are answered by {string}, all others by {string}")
    public void areShared(int times, int percent, String service, String other) {
        double share = percent / 100.0;
        double tolerance = SIGMAS * Math.sqrt(times * share * (1 - share));
        requests.waitUntil(times + " requests are answered by " + service + " and " + other, () -> {
            var answers = requests.send(times);
            long first =
                    answers.stream().filter(answer -> answer.isFrom(service)).count();
            long second =
                    answers.stream().filter(answer -> answer.isFrom(other)).count();
            if (first + second == times && Math.abs(first - times * share) > tolerance) {
                throw scene.failure("%s answered %d of %d requests, which are not about %d %%."
                        .formatted(service, first, times, percent));
            }
            return Seen.that(first + second == times, first + " by " + service + ", " + second + " by " + other);
        });
    }

    /** So many come at once that they are more than the limit however slow the machine is. */
    @Then("of {int} such requests some are answered with {int}, and later one by {string} again")
    public void areLimited(int times, int status, String service) {
        requests.waitUntil("of " + times + " requests some are answered with " + status, () -> {
            long limited = requests.send(times).stream()
                    .filter(answer -> answer.status() == status && !answer.isFromAService())
                    .count();
            return Seen.that(limited > 0, limited + " were");
        });
        requests.expect(service + " answers again", answer -> answer.isFrom(service));
    }
}
