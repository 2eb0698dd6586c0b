// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which pods answer, with a cookie and without. */
public final class GatewayAffinitySteps {
    /** So many that it is no chance when all of them get the same pod again. */
    private static final int BROWSERS = 3;

    private final Scene scene;
    private final GatewayRequests requests;

    /** Called by Cucumber. */
    public GatewayAffinitySteps(Scene scene, GatewayRequests requests) {
        this.scene = scene;
        this.requests = requests;
    }

    /** Fails at once where a client gets to two pods: what was given out as a promise has been broken then. */
    @Then("{int} such requests with the cookie {string} of the first are answered by one pod of {string}")
    public void areAnsweredByOne(int times, String cookie, String service) {
        for (int browser = 0; browser < BROWSERS; browser++) {
            requests.waitUntil("a client with the cookie " + cookie + " stays with one pod of " + service, () -> {
                var first = requests.send(1).getFirst();
                var given = cookie(first, cookie);
                if (!first.isFrom(service) || given.isEmpty()) {
                    return Seen.nothing(first.toString());
                }
                var pods = pods(requests.send(times, "Cookie: " + given.get().split(";", -1)[0]), service);
                if (!pods.equals(Set.of(first.pod()))) {
                    throw scene.failure("%s answered first, and then, with %s, %s".formatted(first.pod(), given, pods));
                }
                return Seen.that(true, pods);
            });
        }
    }

    @Then("the answer gives a cookie {string} with {string} and {string}")
    public void givesACookie(String name, String attribute, String other) {
        requests.expect(
                "it gives a cookie %s with %s and %s".formatted(name, attribute, other),
                answer -> cookie(answer, name)
                        .filter(given -> parts(given).containsAll(List.of(attribute, other)))
                        .isPresent());
    }

    private static List<String> parts(String cookie) {
        return List.of(cookie.split("; ?"));
    }

    private static Optional<String> cookie(GatewayAnswer answer, String name) {
        return answer.lines("Set-Cookie").stream()
                .filter(given -> given.startsWith(name + "="))
                .findFirst();
    }

    /** All answers have to be the service's. */
    private Set<String> pods(List<GatewayAnswer> answers, String service) {
        answers.stream().filter(answer -> !answer.isFrom(service)).findFirst().ifPresent(other -> {
            throw scene.failure("It was not answered by " + service + ": " + other);
        });
        return answers.stream().map(GatewayAnswer::pod).collect(Collectors.toSet());
    }
}
