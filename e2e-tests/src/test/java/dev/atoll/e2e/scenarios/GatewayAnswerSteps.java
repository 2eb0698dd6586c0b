// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Then;
import java.util.List;

/** What the answer to the last request is, together with all that has been said of it before. */
public final class GatewayAnswerSteps {
    private static final List<Integer> REDIRECTS = List.of(301, 302, 307, 308);

    private final Scene scene;
    private final GatewayRequests requests;

    /** Called by Cucumber. */
    public GatewayAnswerSteps(Scene scene, GatewayRequests requests) {
        this.scene = scene;
        this.requests = requests;
    }

    @Then("it is answered by {string}")
    public void isAnsweredBy(String service) {
        requests.expect(service + " answers", answer -> answer.status() == 200 && answer.isFrom(service));
    }

    @Then("it is not answered by {string}")
    public void isNotAnsweredBy(String service) {
        requests.expect(service + " does not answer", answer -> !answer.isFrom(service));
    }

    @Then("the gateway itself answers with {int}")
    public void theGatewayAnswersWith(int status) {
        requests.expect("the gateway itself answers with " + status, answer -> {
            // Who has to be kept out must never get in, not even while the gateway learns of the route.
            if (answer.isFromAService() && (status == 401 || status == 403)) {
                throw scene.failure("It came through to a service: " + answer);
            }
            return answer.status() == status && !answer.isFromAService();
        });
    }

    @Then("the gateway itself answers with a success")
    public void theGatewayAnswersWithASuccess() {
        requests.expect(
                "the gateway itself answers with a success",
                answer -> answer.status() / 100 == 2 && !answer.isFromAService());
    }

    @Then("the status is {int}")
    public void theStatusIs(int status) {
        requests.expect("the status is " + status, answer -> answer.status() == status);
    }

    @Then("the client is sent to the same URL with TLS")
    public void isSentToTls() {
        requests.expect(
                "the client is sent to the same URL with TLS",
                answer -> REDIRECTS.contains(answer.status()) && answer.has("Location: " + requests.urlWithTls()));
    }

    @Then("the answer has {string}")
    public void theAnswerHas(String header) {
        requests.expect("it has " + header, answer -> answer.has(header));
    }

    @Then("the answer has no {string}")
    public void theAnswerHasNo(String header) {
        requests.expect("it has no " + header, answer -> answer.status() / 100 != 5 && !answer.has(header));
    }

    @Then("the header {string} of the answer lists {string}")
    public void theHeaderLists(String header, String value) {
        requests.expect(
                header + " lists " + value, answer -> answer.values(header).contains(value));
    }

    @Then("the service was sent {string}")
    public void theServiceWasSent(String header) {
        requests.expect("the service was sent " + header, answer -> answer.tellsOf(header));
    }

    @Then("the service was sent {string} with {string} and {string}")
    public void theServiceWasSent(String header, String value, String other) {
        requests.expect(
                "the service was sent " + header + " with " + value + " and " + other,
                answer -> answer.sentValues(header).containsAll(List.of(value, other)));
    }

    @Then("the service was sent no {string}")
    public void theServiceWasSentNo(String header) {
        requests.expect(
                "the service was sent no " + header, answer -> answer.isFromAService() && !answer.tellsOf(header));
    }

    @Then("the service was asked for {string}")
    public void theServiceWasAskedFor(String path) {
        requests.expect(
                "the service was asked for " + path, answer -> answer.path().equals(path));
    }
}
