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
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway sends browsers to an OpenID Connect provider. */
@ValidationRule(
        value = "has(self.authorizationEndpoint) == has(self.tokenFrom)",
        fieldPath = ".tokenFrom",
        message =
                "goes with authorizationEndpoint, and only with it; add what is missing, or remove both to have the gateway "
                        + "ask the issuer")
@ValidationRule(
        value = "self.redirectPath != self.logoutPath",
        fieldPath = ".logoutPath",
        message = "is that of redirectPath too; write another one")
public record Oidc(
        @JsonPropertyDescription("https URL of the provider.")
        @Required
        @Size(min = 9, max = 2048)
        @Pattern(Formats.HTTPS_URL)
        String issuer,

        @JsonPropertyDescription(
                "https URL at the provider where browsers log in. Left out: as the provider publishes it under its issuer.")
        @Size(min = 9, max = 2048)
        @Pattern(Formats.HTTPS_URL)
        @Nullable
        String authorizationEndpoint,

        @JsonPropertyDescription(
                "Service of the application that gives the tokens. Left out: as the provider publishes it under its issuer.")
        @Nullable
        TokenSource tokenFrom,

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
        String redirectPath,

        @JsonPropertyDescription("Path of this route that ends the login; /oauth2/logout if left out.")
        @Size(min = 1, max = 1024)
        @Pattern(Formats.PATH)
        @Default("/oauth2/logout")
        String logoutPath) {

    public Oidc {
        scopes = Defaults.list(scopes);
        redirectPath = Defaults.or(redirectPath, "/oauth2/callback");
        logoutPath = Defaults.or(logoutPath, "/oauth2/logout");
    }
}
