// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Optional;

/** What the answer to the last request is, together with all that has been said of it before. */
public final class GatewayAnswerSteps {
    private static final List<Integer> KEEPS_OUT = List.of(401, 403);
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final Scene scene;
    private final GatewayRequests requests;
    private final Placeholders placeholders;

    /** Called by Cucumber. */
    public GatewayAnswerSteps(Scene scene, GatewayRequests requests, Placeholders placeholders) {
        this.scene = scene;
        this.requests = requests;
        this.placeholders = placeholders;
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
        expectOfGateway("the gateway itself answers with " + status, List.of(status));
    }

    @Then("the gateway itself answers with {int} or {int}")
    public void theGatewayAnswersWith(int status, int other) {
        expectOfGateway("the gateway itself answers with " + status + " or " + other, List.of(status, other));
    }

    @Then("the gateway itself answers with an error")
    public void theGatewayAnswersWithAnError() {
        requests.expect(
                "the gateway itself answers with an error",
                answer -> answer.status() / 100 == 5 && !answer.isFromAService());
    }

    @Then("the service was asked by TLS for {string}")
    public void theServiceWasAskedByTlsFor(String written) {
        String host = placeholders.fill(written);
        requests.expect(
                "the service was asked by TLS for " + host, answer -> host.equals(answer.tells("tlsServerName")));
    }

    @Then("the gateway itself answers with a success")
    public void theGatewayAnswersWithASuccess() {
        requests.expect(
                "the gateway itself answers with a success",
                answer -> answer.status() / 100 == 2 && !answer.isFromAService());
    }

    @Then("the service itself answers with {int}")
    public void theServiceAnswersWith(int status) {
        requests.expect(
                "the service itself answers with " + status,
                answer -> answer.status() == status && answer.isFromAService());
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

    @Then("the answer begins its {string} with {string}")
    public void theAnswerBegins(String header, String text) {
        requests.expect(
                header + " begins with " + text,
                answer -> answer.lines(header).stream().anyMatch(line -> line.startsWith(text)));
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
                "the service was asked for " + path,
                answer -> answer.tells("path").equals(path));
    }

    @Then("the service was asked for {string} under the host {string}")
    public void theServiceWasAskedUnderTheHost(String path, String written) {
        String host = placeholders.fill(written);
        theServiceWasAskedFor(path);
        requests.expect(
                "the service was asked under the host " + host,
                answer -> answer.tells("host").equals(host));
    }

    @Then("the service was asked with the query {string}")
    public void theServiceWasAskedWithTheQuery(String query) {
        requests.expect(
                "the service was asked with the query " + query,
                answer -> answer.tells("query").equals(query));
    }

    @Then("the service has got {int} bytes")
    public void theServiceHasGot(int bytes) {
        requests.expect(
                "the service has got " + bytes + " bytes",
                answer -> answer.tells("bytes").equals(String.valueOf(bytes)));
    }

    @Then("the answer has {int} bytes of text")
    public void theAnswerHasText(int bytes) {
        requests.expect(
                "the answer has " + bytes + " bytes of text",
                answer -> answer.tells("text").length() == bytes);
    }

    /** Its status is that of a redirect, and {@code {host}} is the host of the request. */
    @Then("the client is sent to {string} with {int}")
    public void isSentTo(String url, int status) {
        if (!REDIRECTS.contains(status)) {
            throw new IllegalArgumentException(status + " is not the status of a redirect");
        }
        requests.expect("the client is sent to " + url + " with " + status, answer -> {
            String location = url.replace("{host}", requests.wanted().host());
            return !answer.isFromAService() && answer.status() == status && answer.has("Location: " + location);
        });
    }

    /** It belongs to the Secret that the scenario has made. */
    @Then("the certificate is that of Secret {string}")
    public void theCertificateIsThatOf(String secret) {
        requests.expect(
                "the certificate is that of Secret " + secret,
                answer -> answer.certificate().equals(Optional.of(SelfMadeCertificate.of(scene, secret))));
    }

    private void expectOfGateway(String inWords, List<Integer> statuses) {
        boolean keepsOut = statuses.stream().anyMatch(KEEPS_OUT::contains);
        requests.expect(inWords, answer -> {
            // Who has to be kept out must never get in, not even while the gateway learns of the route.
            if (keepsOut && answer.isFromAService()) {
                throw scene.failure("It came through to a service: " + answer);
            }
            return statuses.contains(answer.status()) && !answer.isFromAService();
        });
    }
}
