// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests carry a signed token. */
@ValidationRule(
        value = "[has(self.jwksUri), has(self.jwks), has(self.jwksFrom)].exists_one(given, given)",
        message = "needs exactly one of jwksUri, jwks and jwksFrom, where the issuer's public keys are; keep one")
@ValidationRule(
        value = "!has(self.claimsToHeaders) || self.claimsToHeaders.all(claim, claim.size() > 0 && "
                + "claim.size() <= 256)",
        fieldPath = ".claimsToHeaders",
        message = "has a claim whose name is empty or longer than 256 characters; correct the name")
public record Jwt(
        @JsonPropertyDescription("Who must have issued the token (claim iss).")
        @Required
        @Size(min = 1, max = 2048)
        @Pattern("^[^\\s\"'`<>{};\\\\]+$")
        String issuer,

        @JsonPropertyDescription("For whom it must be, at least one of them (claim aud). Left out: not checked.")
        @Size(max = 16)
        List<@Size(min = 1, max = 256) @Pattern(Formats.TEXT) String> audiences,

        @JsonPropertyDescription("https URL of the issuer's public keys (JWKS).")
        @Size(min = 9, max = 2048)
        @Pattern(Formats.HTTPS_URL)
        @Nullable
        String jwksUri,

        @JsonPropertyDescription("The issuer's public keys themselves (JWKS), as JSON.")
        @Size(min = 2, max = 32768)
        @Nullable
        String jwks,

        @JsonPropertyDescription("Service of the application that has the issuer's public keys (JWKS).") @Nullable
        KeySource jwksFrom,

        @JsonPropertyDescription("Headers that the service is given, by the claim that they are taken from. A client's "
                + "own are removed.")
        @Size(max = 32)
        Map<String, @Size(min = 1, max = 256) @Pattern(Formats.HEADER_NAME) String> claimsToHeaders,

        @JsonPropertyDescription(
                "What the token must say, all of it; who has another token gets 403. Left out: nothing more.")
        @Size(max = 4)
        List<RequiredClaim> requiredClaims) {

    public Jwt {
        audiences = Defaults.list(audiences);
        claimsToHeaders = Defaults.map(claimsToHeaders);
        requiredClaims = Defaults.list(requiredClaims);
    }
}
