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

/** The client is told to ask elsewhere. */
@ValidationRule(
        value = "has(self.scheme) || has(self.hostname) || has(self.port) || has(self.path)",
        message = "leads back to where it started; set scheme, hostname, port or path")
@ValidationRule(
        value = "self.statusCode in [301, 302, 303, 307, 308]",
        fieldPath = ".statusCode",
        message = "is not for a redirect to a URL; use 301, 302, 303, 307 or 308")
public record Redirect(
        @JsonPropertyDescription("http or https. Left out: that of the request.")
        @Size(min = 4, max = 5)
        @Pattern("^https?$")
        @Nullable
        String scheme,

        @JsonPropertyDescription("Lower-case DNS name. Left out: that of the request.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.HOST)
        @Nullable
        String hostname,

        @JsonPropertyDescription("Port. Left out: that of the scheme, or of the request where scheme is left out too.")
        @Min(1)
        @Max(65535)
        @Nullable
        Integer port,

        @JsonPropertyDescription("Left out: the path of the request.") @Nullable
        PathModifier path,

        @JsonPropertyDescription(
                "301 (for good), 302 (the default), 303 (with GET), 307 or 308 (as 302 and 301, with the same "
                        + "method).")
        @Min(301)
        @Max(308)
        @Default("302")
        Integer statusCode) {

    public Redirect {
        statusCode = Defaults.or(statusCode, 302);
    }
}
