// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** User name and password (HTTP Basic). */
public record Basic(
        @JsonPropertyDescription(
                "Secret with the users in htpasswd format, under its one key: .htpasswd suits every gateway that can "
                        + "ask for passwords.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String secretName,

        @JsonPropertyDescription("What the browser shows when it asks. Left out: the gateway's own text.")
        @Size(min = 1, max = 128)
        @Pattern("^[ !#-\\[\\]-~]+$")
        @Nullable
        String realm) {}
