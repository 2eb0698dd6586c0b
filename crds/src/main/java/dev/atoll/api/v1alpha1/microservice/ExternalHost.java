// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something outside the cluster that the service calls. */
@ValidationRule(value = "has(self.host) != has(self.cidr)", message = "needs exactly one of host and cidr; keep one")
@ValidationRule(
        value = "!has(self.cidr) || isCIDR(self.cidr) && cidr(self.cidr) == cidr(self.cidr).masked()",
        fieldPath = ".cidr",
        message = "is not a network; write its first address and the prefix length, for example 203.0.113.0/24")
public record ExternalHost(
        @JsonPropertyDescription(
                "DNS name. A NetworkPolicy knows addresses, not names: a rule by host opens its ports to "
                        + "every address outside the cluster. Name a cidr to be stricter.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.HOST)
        @Nullable
        String host,

        @JsonPropertyDescription("Network in CIDR notation, IPv4 or IPv6.") @Size(min = 1, max = 43) @Nullable
        String cidr,

        @JsonPropertyDescription("TCP ports that are called. Left out: every port.") @Size(max = 20)
        List<@Min(1) @Max(65535) Integer> ports) {

    public ExternalHost {
        ports = Defaults.list(ports);
    }
}
