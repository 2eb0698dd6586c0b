// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.Collectors;

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

    @Given("the route in {string}, which needs {string}, {string} and {string}")
    public void theRouteWhichNeeds(String file, String field, String other, String third) {
        route.publish(file, List.of(field, other, third));
    }

    @Given("the route in {string}, which needs {string}, {string}, {string} and {string}")
    public void theRouteWhichNeeds(String file, String field, String other, String third, String fourth) {
        route.publish(file, List.of(field, other, third, fourth));
    }

    /** The host is one of a route's, as its manifest has it. */
    @Given("Secret {string} with a certificate for {string}")
    public void aCertificate(String name, String host) {
        scene.client()
                .resource(SelfMadeCertificate.secret(
                        name, GatewayRun.current().gateway().own(host)))
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

    @When("{method} {string} is sent with:")
    public void isSentWithAll(String method, String path, String headers) {
        requests.describe(method, path, headers.lines().toList(), false);
    }

    @When("{method} {string} is sent with {int} bytes")
    public void isSentWithBytes(String method, String path, int bytes) {
        send(method, path, new Wanted.Body(bytes, false));
    }

    /** The gateway is not told beforehand how many come. */
    @When("{method} {string} is sent with {int} bytes in chunks")
    public void isSentWithChunks(String method, String path, int bytes) {
        send(method, path, new Wanted.Body(bytes, true));
    }

    /** The host is one of a route's, as its manifest has it. */
    @When("{method} {string} is sent to {string}")
    public void isSentTo(String method, String path, String host) {
        if (!route.isRefused()) {
            String own = GatewayRun.current().gateway().own(host);
            requests.describe(new Wanted(method, own, path, List.of(), false, Wanted.Body.NONE));
        }
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

    /** So the gateway knows them all. */
    @Then("{int} pods of {string} answer such requests")
    public void answer(int pods, String service) {
        requests.waitUntil(pods + " pods of " + service + " answer", () -> {
            var names = requests.send(10 * pods).stream()
                    .filter(answer -> answer.isFrom(service))
                    .map(GatewayAnswer::pod)
                    .collect(Collectors.toSet());
            return Seen.that(names.size() == pods, names);
        });
    }

    @Then("of {int} such requests all are answered by {string}")
    public void areAllAnswered(int times, String service) {
        requests.waitUntil("all of " + times + " requests are answered by " + service, () -> {
            var others = requests.send(times).stream()
                    .filter(answer -> answer.status() != 200 || !answer.isFrom(service))
                    .toList();
            return Seen.that(
                    others.isEmpty(),
                    others.size() + " were not, such as " + others.stream().findAny());
        });
    }

    /** Whether they succeed is up to the gateway alone, so the first that does not is a failure. */
    @Then("{int} such requests, one after the other, are all answered by {string}")
    public void areAnsweredInTurn(int times, String service) {
        if (route.isRefused()) {
            return;
        }
        for (int i = 1; i <= times; i++) {
            var answer = requests.send(1).getFirst();
            if (answer.status() != 200 || !answer.isFrom(service)) {
                throw scene.failure(
                        "Request " + i + " of " + times + " was not answered by " + service + ": " + answer);
            }
        }
    }

    /** Of one allowance that nobody has touched, and that is not renewed meanwhile. Fails at once: what is used up stays so. */
    @Then("of {int} such requests {int} are answered by {string}, all others with {int}")
    public void areCounted(int times, int passed, String service, int status) {
        if (route.isRefused()) {
            return;
        }
        var answers = requests.send(times);
        long through = answers.stream()
                .filter(answer -> answer.status() == 200 && answer.isFrom(service))
                .count();
        long limited = answers.stream()
                .filter(answer -> answer.status() == status && !answer.isFromAService())
                .count();
        if (through != passed || limited != times - passed) {
            throw scene.failure("Of %d requests %s answered %d, and the gateway %d with %d."
                    .formatted(times, service, through, limited, status));
        }
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

    /** It refuses connections, but nobody takes it out of the service. */
    @When("a pod of {string} goes deaf")
    public void aPodGoesDeaf(String service) {
        if (route.isRefused()) {
            return;
        }
        var result = new Shell(scene).run(service, "actor", "get", "http://localhost:8080/deafen");
        if (!result.succeeded()) {
            throw scene.failure("The pod did not go deaf: " + result);
        }
    }

    private void send(String method, String path, Wanted.Body body) {
        if (!route.isRefused()) {
            requests.describe(new Wanted(method, route.host(), path, List.of(), false, body));
        }
    }
}
