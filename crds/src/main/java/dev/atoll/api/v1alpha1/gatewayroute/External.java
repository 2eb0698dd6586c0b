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
import org.jspecify.annotations.Nullable;

/** A server outside of the cluster. */
@ValidationRule(
        value = "self.hostname.contains('.') && !self.hostname.matches('[.](svc|local|localhost|internal|[0-9]+)$')",
        fieldPath = ".hostname",
        message =
                "is not the DNS name of a server outside of the cluster; name one, or a service of the cluster under service")
@ValidationRule(
        value = "self.scheme == 'https' || !has(self.caCertificate)",
        fieldPath = ".caCertificate",
        message = "is for what is encrypted; remove it, or leave scheme at https")
public record External(
        @JsonPropertyDescription(
                "DNS name of the server. It is asked for under this name, unless rewrite.hostname says another; with https"
                        + " the name has to be in its certificate.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.HOST)
        String hostname,

        @JsonPropertyDescription("Port of the server. Left out: that of the scheme.") @Min(1) @Max(65535) @Nullable
        Integer port,

        @JsonPropertyDescription("https (the default) or http.")
        @Size(min = 4, max = 5)
        @Pattern("^https?$")
        @Default("https")
        String scheme,

        @JsonPropertyDescription(
                "Who has to have signed the server's certificate. Left out: one of the authorities that the gateway knows.")
        @Nullable
        CaCertificate caCertificate) {

    public External {
        scheme = Defaults.or(scheme, "https");
    }
}
