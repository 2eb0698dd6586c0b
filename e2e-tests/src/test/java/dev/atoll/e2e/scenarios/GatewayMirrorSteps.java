// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Then;

/** Copies of requests, which arrive when they do: nobody waits for their answers. */
public final class GatewayMirrorSteps {
    /** How many standard deviations a share of requests may be off: by chance once in a thousand million times. */
    private static final double SIGMAS = 6;

    private final Scene scene;
    private final PublishedRoute route;
    private final GatewayRequests requests;

    /** Called by Cucumber. */
    public GatewayMirrorSteps(Scene scene, PublishedRoute route, GatewayRequests requests) {
        this.scene = scene;
        this.route = route;
        this.requests = requests;
    }

    /**
     * Sends them in two halves. When the copies of the second arrive, all of the first have; so if too many are copied, at
     * least half of these are seen.
     *
     * @param told path that tells how many have arrived
     */
    @Then("of {int} such requests about {int} % arrive also where {string} tells of them")
    public void arriveAlso(int times, int percent, String told) {
        double share = percent / 100.0;
        double tolerance = SIGMAS * Math.sqrt(times * share * (1 - share));
        if (route.isRefused()) {
            return;
        }
        long before = arrived(told);
        requests.send(times / 2);
        requests.send(times / 2);
        requests.waitUntil("about %d %% of %d requests arrive also at %s".formatted(percent, times, told), () -> {
            long copies = arrived(told) - before;
            if (copies > times * share + tolerance) {
                throw scene.failure(copies + " arrived, which are too many.");
            }
            return Seen.that(copies >= times * share - tolerance, copies + " have arrived");
        });
    }

    private long arrived(String told) {
        return GatewayRun.current()
                .client()
                .send(Wanted.get(route.host(), told))
                .number("requests");
    }
}
