// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A header with its value. */
@ValidationRule(
        value = "!self.name.matches(" + HeaderModifier.OF_THE_CONNECTION + ")",
        fieldPath = ".name",
        message = HeaderModifier.NOT_TO_BE_CHANGED)
public record HttpHeader(
        @JsonPropertyDescription("Name of the header; case does not matter.")
        @Required
        @Size(min = 1, max = 256)
        @Pattern(Formats.HEADER_NAME)
        String name,

        @JsonPropertyDescription("Value of the header: printable ASCII without % and $, which gateways replace.")
        @Required
        @Size(min = 1, max = 4096)
        @Pattern(Formats.HEADER_VALUE)
        String value) {}
