// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which web pages of other origins may call (Cross-Origin Resource Sharing). */
@ValidationRule(
        value = "has(self.none) != has(self.allowOrigins)",
        fieldPath = ".allowOrigins",
        message = "is needed, or else none: {}, which stands for no other origins; keep one")
@ValidationRule(
        value = "!self.allowCredentials || !has(self.allowOrigins) || !self.allowOrigins.exists(origin, origin == '*')",
        fieldPath = ".allowOrigins",
        message = "may not contain '*' when allowCredentials is true, for browsers refuse that; name the origins")
public record Cors(
        @JsonPropertyDescription(
                "Origins that may call: https://shop.example.com, https://*.example.com or *. Needed unless none is there.")
        @Size(min = 1, max = 64)
        List<
                        @Size(min = 1, max = 267)
                        @Pattern("^([*]|[a-z][a-z0-9+.-]*://([*][.])?[a-zA-Z0-9.-]+(:[0-9]{1,5})?)$") String>
                allowOrigins,

        @JsonPropertyDescription("Methods that may be used. Left out: those of a plain form (GET, HEAD, POST).")
        @Size(max = 9)
        List<HttpMethod> allowMethods,

        @JsonPropertyDescription("Request headers that may be sent beside the plain ones.") @Size(max = 64)
        List<@Size(min = 1, max = 256) @Pattern(Formats.HEADER_NAME) String> allowHeaders,

        @JsonPropertyDescription("Response headers that the page may read beside the plain ones.") @Size(max = 64)
        List<@Size(min = 1, max = 256) @Pattern(Formats.HEADER_NAME) String> exposeHeaders,

        @JsonPropertyDescription("How long a browser may remember the answer, as a duration such as 1h. Left out: the "
                + "browser decides.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Nullable
        String maxAge,

        @JsonPropertyDescription("Whether cookies and the like may be sent; false if left out.") @Default("false")
        Boolean allowCredentials,

        @JsonPropertyDescription("No other origins, where there would be some otherwise: write {}.") @Nullable
        None none) {

    public Cors {
        allowOrigins = Defaults.list(allowOrigins);
        allowMethods = Defaults.list(allowMethods);
        allowHeaders = Defaults.list(allowHeaders);
        exposeHeaders = Defaults.list(exposeHeaders);
        allowCredentials = Defaults.or(allowCredentials, false);
    }
}
