// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A cookie that the gateway gives to clients which bring none. */
@ValidationRule(
        value = "!has(self.ttl) || duration(self.ttl) >= duration('1s')",
        fieldPath = ".ttl",
        message = "must be at least 1s; leave it out for as long as the browser is open")
public record AffinityCookie(
        @JsonPropertyDescription("Its name, which no service uses for itself: letters, digits, '_' and '-'.")
        @Required
        @Size(min = 1, max = 64)
        @Pattern("^[A-Za-z0-9_-]+$")
        String name,

        @JsonPropertyDescription(
                "How long a browser keeps it, as a duration such as 1h. Left out: as long as the browser is open.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Nullable
        String ttl) {}
