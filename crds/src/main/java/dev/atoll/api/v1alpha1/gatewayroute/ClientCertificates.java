// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Certificates that clients have to show. */
public record ClientCertificates(
        @JsonPropertyDescription(
                "Name of a Secret in the same namespace that holds, under the key ca.crt and in PEM format, the certificates of"
                        + " the authorities whose clients are let in.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String caSecretName) {}
