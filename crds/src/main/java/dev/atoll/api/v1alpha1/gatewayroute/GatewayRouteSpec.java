// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wanted of a GatewayRoute. */
@ValidationRule(
        value = "has(self.className) != has(self.gateway)",
        message = "needs exactly one of className (an IngressClass) and gateway (a Gateway of the Gateway "
                + "API); keep one")
@ValidationRule(
        value = "self.hosts.all(host, self.hosts.exists_one(other, other == host))",
        fieldPath = ".hosts",
        message = "names a host twice; remove one")
@ValidationRule(
        value = "self.hosts.all(host, !isIP(host))",
        fieldPath = ".hosts",
        message = "contains an IP address; name a DNS host")
@ValidationRule(
        value = Retries.FIT_INTO_TIMEOUT,
        fieldPath = ".retries.perTryTimeout",
        message = "is longer than timeout, which covers all tries; lower it or raise timeout")
@ValidationRule(value = Rule.WHOLE_BYTES, fieldPath = ".maxBodySize", message = Rule.NO_BYTES)
public record GatewayRouteSpec(
        @JsonPropertyDescription("IngressClass of the gateway.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        @Nullable
        String className,

        @JsonPropertyDescription("Gateway of the Gateway API, instead of an IngressClass.") @Nullable
        GatewayReference gateway,

        @JsonPropertyDescription(
                "Lower-case DNS names, a leading '*.' standing for one label (with a Gateway: for one or " + "more).")
        @Required
        @Size(min = 1, max = 16)
        List<@Size(min = 1, max = 253) @Pattern(Formats.HOST_OR_WILDCARD) String> hosts,

        @JsonPropertyDescription(
                "Encryption between client and gateway. Left out: plain HTTP, or what the Gateway's listener says.")
        @Nullable
        Tls tls,

        @JsonPropertyDescription("Who may pass. Left out: everybody.") @Nullable
        Auth auth,

        @JsonPropertyDescription("How often. Left out: without limit.") @Nullable
        RateLimit rateLimit,

        @JsonPropertyDescription("Which web pages of other origins may call. Left out: none.") @Nullable
        Cors cors,

        @JsonPropertyDescription("Addresses that may call, as the gateway sees them. Left out: all.") @Nullable
        ClientIPs clientIPs,

        @JsonPropertyDescription(
                "Number of requests of a rule that may be with its service at the same time; what comes above is refused. 0 or left out: without limit.")
        @Min(0)
        @Max(1000000)
        @Nullable
        Integer maxConcurrentRequests,

        @JsonPropertyDescription(
                "Largest body of a request, such as 10Mi; larger ones are refused (413). 0 or left out: without limit.")
        @Nullable
        Quantity maxBodySize,

        @JsonPropertyDescription("Whether answers are compressed for clients that can read that; false if left out.")
        @Nullable
        Boolean compression,

        @JsonPropertyDescription(
                "Time for the whole answer, tries included, as a duration such as 2s; 0s for no limit. "
                        + "Left out: the gateway's own.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Nullable
        String timeout,

        @JsonPropertyDescription("Repetition of failed requests. Left out: none.") @Nullable
        Retries retries,

        @JsonPropertyDescription("When a service that fails is left alone. Left out: never.") @Nullable
        CircuitBreaker circuitBreaker,

        @JsonPropertyDescription(
                "What is changed about the headers of requests, on their way to a service. Left out: " + "nothing.")
        @Nullable
        HeaderModifier requestHeaderModifier,

        @JsonPropertyDescription(
                "What is changed about the headers of responses, on their way to the client. Left out: " + "nothing.")
        @Nullable
        HeaderModifier responseHeaderModifier,

        @JsonPropertyDescription(
                "Headers of responses by which browsers protect pages; {} for the usual ones. Left out: none.")
        @Nullable
        SecurityHeaders securityHeaders,

        @JsonPropertyDescription("Which requests go to which service. The longest path wins.")
        @Required
        @Size(min = 1, max = 64)
        List<Rule> rules,

        @JsonPropertyDescription("While true, the operator leaves what it has made as it is; false if left out.")
        @Default("false")
        Boolean paused)
        implements TreatmentFields {

    public GatewayRouteSpec {
        hosts = Defaults.list(hosts);
        rules = Defaults.list(rules);
        paused = Defaults.or(paused, false);
    }
}
