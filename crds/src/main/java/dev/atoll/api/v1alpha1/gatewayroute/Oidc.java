// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import dev.atoll.api.v1alpha1.common.LocalReference;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** The gateway sends browsers to an OpenID Connect provider. */
public record Oidc(
        @JsonPropertyDescription("https URL of the provider.")
        @Required
        @Size(min = 9, max = 2048)
        @Pattern(Formats.HTTPS_URL)
        String issuer,

        @JsonPropertyDescription("Client that the provider knows the gateway as.")
        @Required
        @Size(min = 1, max = 256)
        @Pattern("^[^\\x00-\\x20\\x7f\"'`{};\\\\]+$")
        String clientId,

        @JsonPropertyDescription("Secret with the client's secret under the key client-secret.") @Required
        LocalReference clientSecret,

        @JsonPropertyDescription("Scopes that are asked for. Left out: openid.") @Size(max = 32)
        List<@Size(min = 1, max = 128) @Pattern("^[!#-\\[\\]-~]+$") String> scopes,

        @JsonPropertyDescription(
                "Path of this route that the provider sends the browser back to; /oauth2/callback if left out.")
        @Size(min = 1, max = 1024)
        @Pattern(Formats.PATH)
        @Default("/oauth2/callback")
        String redirectPath) {

    public Oidc {
        scopes = Defaults.list(scopes);
        redirectPath = Defaults.or(redirectPath, "/oauth2/callback");
    }
}
