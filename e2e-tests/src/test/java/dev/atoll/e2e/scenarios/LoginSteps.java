// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.When;

/** Logins of browsers. */
public final class LoginSteps {
    private final PublishedRoute route;
    private final GatewayRequests requests;
    private final Placeholders placeholders;

    /** Called by Cucumber. */
    public LoginSteps(PublishedRoute route, GatewayRequests requests, Placeholders placeholders) {
        this.route = route;
        this.requests = requests;
        this.placeholders = placeholders;
    }

    /** Its cookies then have that name, and one with "-forged" behind it stands for the same with other signatures. */
    @When("a browser that opens {string} logs in and comes back, as {string}")
    public void logsIn(String path, String name) {
        requests.waitUntil("a browser that opens " + path + " ends at a service", () -> {
            var browser = new Browser();
            var answer = browser.open(route.host(), path);
            String cookies = browser.cookies(route.host());
            placeholders.put(name, cookies);
            placeholders.put(name + "-forged", cookies.replaceAll("(OauthHMAC[^=]*=)[^;]*", "$1Zm9yZ2Vk"));
            return Seen.that(answer.isFromAService() && cookies.contains("OauthHMAC"), answer + ", with " + cookies);
        });
    }
}
