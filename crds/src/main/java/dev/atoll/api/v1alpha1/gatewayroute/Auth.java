// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Who may pass the gateway: exactly one way of finding out. */
@ValidationRule(
        value = "[has(self.jwt), has(self.oidc), has(self.basic), has(self.apiKey), has(self.forward), "
                + "has(self.none)].exists_one(given, given)",
        message = "needs exactly one of jwt, oidc, basic, apiKey, forward and none; keep one")
public record Auth(
        @JsonPropertyDescription("A signed token (JSON Web Token) in the Authorization header.") @Nullable
        Jwt jwt,

        @JsonPropertyDescription("Login at an OpenID Connect provider, for browsers.") @Nullable
        Oidc oidc,

        @JsonPropertyDescription("User name and password.") @Nullable
        Basic basic,

        @JsonPropertyDescription("A key in a header.") @Nullable
        ApiKey apiKey,

        @JsonPropertyDescription("A service of your own decides.") @Nullable
        Forward forward,

        @JsonPropertyDescription("Everybody may pass: opens a path of a route that asks for more.") @Nullable
        None none) {}
