// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The identity of the pods towards the cluster. */
@ValidationRule(
        value = "!has(self.name) || !has(self.annotations) || self.annotations.size() == 0",
        fieldPath = ".annotations",
        message = "are for the account that is created, but name says to use an existing one; remove name, "
                + "or annotate that account itself")
public record ServiceAccountSpec(
        @JsonPropertyDescription("An existing ServiceAccount to use. Left out: one is created with the service's name.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        @Nullable
        String name,

        @JsonPropertyDescription("Annotations of the account that is created, for example the role at a cloud.")
        @Size(max = 50)
        Map<String, @Size(max = 4096) String> annotations,

        @JsonPropertyDescription("Whether the pods get a token for the Kubernetes API; false if left out.")
        @Default("false")
        Boolean mountToken) {

    public ServiceAccountSpec {
        annotations = Defaults.map(annotations);
        mountToken = Defaults.or(mountToken, false);
    }

    /** As if the manifest said nothing. */
    public static ServiceAccountSpec ofDefaults() {
        return new ServiceAccountSpec(null, Defaults.absent(), Defaults.absent());
    }
}
