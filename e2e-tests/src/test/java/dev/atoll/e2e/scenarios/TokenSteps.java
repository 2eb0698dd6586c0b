// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Given;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Tokens that requests carry. */
public final class TokenSteps {
    private static final Duration VALID = Duration.ofHours(1);

    private final Placeholders placeholders;
    private final Map<String, String> claims = new HashMap<>();

    /** Called by Cucumber. */
    public TokenSteps(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** The claims are in YAML; without exp, the token is valid for an hour. */
    @Given("token {string} with:")
    public void tokenWith(String name, String yaml) {
        Map<?, ?> given = Serialization.unmarshal(yaml, Map.class);
        var all = new LinkedHashMap<Object, Object>(given);
        all.putIfAbsent("exp", Instant.now().plus(VALID).getEpochSecond());
        claims.put(name, Serialization.asJson(all));
        placeholders.put(name, Issuer.signed(claimsOf(name)));
    }

    @Given("token {string} with the claims of {string}, signed by somebody else")
    public void signedBySomebodyElse(String name, String of) {
        placeholders.put(name, Issuer.signedBySomebodyElse(claimsOf(of)));
    }

    @Given("token {string} with the claims of {string}, signed by nobody")
    public void signedByNobody(String name, String of) {
        placeholders.put(name, Issuer.unsigned(claimsOf(of)));
    }

    private String claimsOf(String name) {
        return Objects.requireNonNull(claims.get(name), () -> "there is no token " + name);
    }
}
