// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Encryption between gateway and service, and how the service proves who it is. */
public record BackendTls(
        @JsonPropertyDescription(
                "DNS name that has to be in the service's certificate, and that it is asked for (SNI).")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.HOST)
        String hostname,

        @JsonPropertyDescription("Who has to have signed the service's certificate.") @Required
        CaCertificate caCertificate) {}
