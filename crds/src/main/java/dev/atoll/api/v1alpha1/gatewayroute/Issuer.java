// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A cert-manager issuer. */
public record Issuer(
        @JsonPropertyDescription("Name of the issuer.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String name,

        @JsonPropertyDescription("Issuer (the default: of this namespace) or ClusterIssuer (of the cluster).")
        @Default("Issuer")
        IssuerKind kind) {

    public Issuer {
        kind = Defaults.or(kind, IssuerKind.Issuer);
    }
}
