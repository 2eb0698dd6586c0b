// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** Which addresses may call, as the gateway sees them; {} stands for all. */
@ValidationRule(
        value = "!has(self.allow) || self.allow.all(range, isIP(range) || isCIDR(range))",
        fieldPath = ".allow",
        message = ClientIPs.NO_ADDRESS)
@ValidationRule(
        value = "!has(self.deny) || self.deny.all(range, isIP(range) || isCIDR(range))",
        fieldPath = ".deny",
        message = ClientIPs.NO_ADDRESS)
public record ClientIPs(
        @JsonPropertyDescription("Addresses and ranges such as 10.0.0.0/8 that alone may call. Left out: all.")
        @Size(min = 1, max = 256)
        List<@Size(min = 2, max = 49) @Pattern(ClientIPs.CHARACTERS) String> allow,

        @JsonPropertyDescription("Addresses and ranges that may not call, even if they are allowed. Left out: none.")
        @Size(min = 1, max = 256)
        List<@Size(min = 2, max = 49) @Pattern(ClientIPs.CHARACTERS) String> deny) {
    /** What an address or a range is written with. */
    static final String CHARACTERS = "^[0-9a-fA-F:.]+(/[0-9]{1,3})?$";

    static final String NO_ADDRESS =
            "contains what is no IP address and no range of them; write it like 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32";

    public ClientIPs {
        allow = Defaults.list(allow);
        deny = Defaults.list(deny);
    }
}
