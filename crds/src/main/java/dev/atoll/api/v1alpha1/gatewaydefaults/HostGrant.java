// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewaydefaults;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Which other namespaces may publish routes under hosts that this namespace has claimed. */
public record HostGrant(
        @JsonPropertyDescription(
                "Hosts of this namespace, or parts of its wildcards; a leading '*.' stands for one label or more.")
        @Required
        @Size(min = 1, max = 64)
        List<@Size(min = 1, max = 253) @Pattern(Formats.HOST_OR_WILDCARD) String> hosts,

        @JsonPropertyDescription("Names of the namespaces that may use them as well.")
        @Required
        @Size(min = 1, max = 64)
        List<@Size(min = 1, max = 63) @Pattern(Formats.DNS_LABEL) String> namespaces) {

    public HostGrant {
        hosts = Defaults.list(hosts);
        namespaces = Defaults.list(namespaces);
    }
}
