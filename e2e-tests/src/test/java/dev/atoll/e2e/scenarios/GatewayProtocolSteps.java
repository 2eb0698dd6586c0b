// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Then;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is neither one request nor one answer: WebSockets, HTTP/2, answers that are held back, requests at the same time. */
public final class GatewayProtocolSteps {
    /** Any service of the run; all have the client. */
    private static final String CLIENT = "door";

    private static final List<Integer> REFUSED_FOR_NOW = List.of(429, 503);

    private final Scene scene;
    private final PublishedRoute route;
    private final GatewayRequests requests;
    private final Placeholders placeholders;
    private final Shell shell;

    /** Called by Cucumber. */
    public GatewayProtocolSteps(
            Scene scene, PublishedRoute route, GatewayRequests requests, Placeholders placeholders) {
        this.scene = scene;
        this.route = route;
        this.requests = requests;
        this.placeholders = placeholders;
        this.shell = new Shell(scene);
    }

    @Then("a WebSocket at {string} is answered by {string}")
    public void aWebSocketIsAnsweredBy(String path, String service) {
        if (route.isRefused()) {
            return;
        }
        scene.waitUntil("a WebSocket at " + path + " is answered by " + service, () -> {
            String text = GatewayRun.current().client().talk(route.host(), path, "hello");
            return Seen.that(text.startsWith(service + "-") && text.endsWith(" hello"), text);
        });
    }

    /** Asked for by a pod: Java's own client cannot name another host than it connects to. */
    @Then("a request for {string} by HTTP\\/2 and TLS is answered by {string}")
    public void aRequestByHttp2IsAnsweredBy(String path, String service) {
        if (route.isRefused()) {
            return;
        }
        String url = "https://" + GatewayRun.current().addressInside() + path;
        scene.waitUntil("a request for " + path + " by HTTP/2 is answered by " + service, () -> {
            var result = shell.run(CLIENT, "actor", "get", "--http2", "--host", route.host(), url);
            return Seen.that(result.succeeded() && result.output().contains("\"pod\":\"" + service + "-"), result);
        });
    }

    /** The service sends the rest only when the client has the beginning, and asks for it. */
    @Then("the answer begins before the service ends it")
    public void theAnswerBeginsBeforeItEnds() {
        requests.waitUntil("the answer begins, and ends when it is asked for", () -> {
            String key = UUID.randomUUID().toString();
            var client = GatewayRun.current().client();
            var wanted = requests.wanted();
            try (var answer = client.begin(wanted.at(wanted.path().replace(Placeholders.NEW, key)))) {
                String first = String.valueOf(answer.lines().readLine());
                var release = client.send(wanted.at("/release/" + key));
                String last = String.valueOf(answer.lines().readLine());
                return Seen.that(
                        first.contains("held") && last.contains("released"), first + ", " + release + ", " + last);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The service answers each only in part, so all of them are with it when one more comes. */
    @Then("while {int} such requests are being answered, one more is refused, and later one is not")
    public void oneMoreIsRefused(int times) {
        requests.waitUntil("one more than " + times + " at once is refused", () -> {
            var begun = new ArrayList<GatewayClient.Begun>();
            try {
                for (int i = 0; i <= times; i++) {
                    begun.add(begin());
                }
                var statuses = begun.stream().map(GatewayClient.Begun::status).toList();
                boolean areAnswered = statuses.subList(0, times).stream().allMatch(status -> status == 200);
                return Seen.that(areAnswered && REFUSED_FOR_NOW.contains(statuses.getLast()), statuses);
            } finally {
                begun.forEach(GatewayClient.Begun::close);
            }
        });
        requests.waitUntil("one is answered again", () -> {
            try (var later = begin()) {
                return Seen.that(later.status() == 200, later.status());
            }
        });
    }

    private GatewayClient.Begun begin() {
        return GatewayRun.current().client().begin(requests.wanted().filled(placeholders));
    }
}
