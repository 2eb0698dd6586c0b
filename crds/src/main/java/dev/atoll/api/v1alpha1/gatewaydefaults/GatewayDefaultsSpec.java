// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewaydefaults;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.CircuitBreaker;
import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.Retries;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.gatewayroute.SecurityHeaders;
import dev.atoll.api.v1alpha1.gatewayroute.TreatmentFields;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What counts for a GatewayRoute of the namespace where it leaves the same field out, and who else may use its hosts. */
@ValidationRule(
        value = Retries.FIT_INTO_TIMEOUT,
        fieldPath = ".retries.perTryTimeout",
        message = "is longer than timeout, which covers all tries; lower it or raise timeout")
@ValidationRule(value = Rule.WHOLE_BYTES, fieldPath = ".maxBodySize", message = Rule.NO_BYTES)
public record GatewayDefaultsSpec(
        @JsonPropertyDescription("Who may pass, where a route does not say. Left out: everybody.") @Nullable
        Auth auth,

        @JsonPropertyDescription("How often, where a route does not say. Left out: without limit.") @Nullable
        RateLimit rateLimit,

        @JsonPropertyDescription(
                "Which web pages of other origins may call, where a route does not say. Left out: none.")
        @Nullable
        Cors cors,

        @JsonPropertyDescription("From which addresses, where a route does not say. Left out: from everywhere.")
        @Nullable
        ClientIPs clientIPs,

        @JsonPropertyDescription(
                "Number of requests of a rule that may be with its service at the same time, where a route does "
                        + "not say. 0 or left out: without limit.")
        @Min(0)
        @Max(1000000)
        @Nullable
        Integer maxConcurrentRequests,

        @JsonPropertyDescription(
                "Largest body of a request, where a route does not say, such as 10Mi. 0 or left out: without "
                        + "limit.")
        @Nullable
        Quantity maxBodySize,

        @JsonPropertyDescription("Whether answers are compressed, where a route does not say; false if left out.")
        @Nullable
        Boolean compression,

        @JsonPropertyDescription(
                "Time for the whole answer, tries included, where a route does not say, as a duration such as 2s; 0s for "
                        + "no limit. Left out: the gateway's own.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Nullable
        String timeout,

        @JsonPropertyDescription("Repetition of failed requests, where a route does not say. Left out: none.") @Nullable
        Retries retries,

        @JsonPropertyDescription(
                "When a service that fails is left alone, where a route does not say. Left out: never.")
        @Nullable
        CircuitBreaker circuitBreaker,

        @JsonPropertyDescription(
                "What is changed about the headers of requests, where a route does not say. Left out: " + "nothing.")
        @Nullable
        HeaderModifier requestHeaderModifier,

        @JsonPropertyDescription(
                "What is changed about the headers of responses, where a route does not say. Left out: " + "nothing.")
        @Nullable
        HeaderModifier responseHeaderModifier,

        @JsonPropertyDescription("Headers by which browsers protect pages, where a route does not say. Left out: none.")
        @Nullable
        SecurityHeaders securityHeaders,

        @JsonPropertyDescription(
                "Which other namespaces may publish routes under hosts of this one. Left out: none. It can be taken back, "
                        + "which ends what is published by it.")
        @Size(max = 64)
        List<HostGrant> hostGrants)
        implements TreatmentFields {

    public GatewayDefaultsSpec {
        hostGrants = Defaults.list(hostGrants);
    }
}
