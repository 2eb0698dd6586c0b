// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How many requests are let through. A record with {@code none} has no {@code requests}. */
@ValidationRule(
        value = "has(self.none) != has(self.requests)",
        fieldPath = ".requests",
        message = "is needed, or else none: {}, which stands for no limit; keep one")
@ValidationRule(
        value = "!has(self.none) || !(has(self.burst) || has(self.header) || has(self.claim))",
        fieldPath = ".none",
        message = "stands for no limit, and nothing else goes with it; remove the other fields")
@ValidationRule(
        value = "(self.by == 'Header') == has(self.header)",
        fieldPath = ".header",
        message = "goes with by: Header, and only with it; add what is missing or remove header")
@ValidationRule(
        value = "(self.by == 'Claim') == has(self.claim)",
        fieldPath = ".claim",
        message = "goes with by: Claim, and only with it; add what is missing or remove claim")
@ValidationRule(
        value = "duration(self.per) > duration('0s')",
        fieldPath = ".per",
        message = "must be longer than 0s; write for example 1s or 1m")
public record RateLimit(
        @JsonPropertyDescription(
                "Number of requests that are let through in the time of per. Needed unless none is there.")
        @Min(1)
        @Max(1000000000)
        Integer requests,

        @JsonPropertyDescription("Time that the number is for, as a duration such as 1s or 1m; 1s if left out.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Default("1s")
        String per,

        @JsonPropertyDescription("Number of requests that may come at once above that. Left out: the gateway's own.")
        @Min(1)
        @Max(1000000000)
        @Nullable
        Integer burst,

        @JsonPropertyDescription(
                "Who shares one allowance: ClientIP (the default: each address its own), Header (each "
                        + "value of a header), Claim (each value of a claim of the token that auth.jwt asks for) or Route (everybody).")
        @Default("ClientIP")
        RateLimitBy by,

        @JsonPropertyDescription("Name of the header, with by: Header.")
        @Size(min = 1, max = 256)
        @Pattern(Formats.HEADER_NAME)
        @Nullable
        String header,

        @JsonPropertyDescription("Name of the claim, with by: Claim; a dot leads into a claim.")
        @Size(min = 1, max = 253)
        @Pattern("^[^.]+([.][^.]+)*$")
        @Nullable
        String claim,

        @JsonPropertyDescription(
                "Where requests are counted: Local (the default: each replica of the gateway counts those that it gets), or"
                        + " Shared (all replicas count together, in the store that the class of the gateway names).")
        @Default("Local")
        RateLimitScope scope,

        @JsonPropertyDescription("No limit, where there would be one otherwise: write {}.") @Nullable
        None none) {

    public RateLimit {
        per = Defaults.or(per, "1s");
        by = Defaults.or(by, RateLimitBy.ClientIP);
        scope = Defaults.or(scope, RateLimitScope.Local);
    }
}
