// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service of the application decides: it is asked first, and an answer from 200 to 299 lets the request pass. */
public record Forward(
        @JsonPropertyDescription("Name of the Microservice that is asked, in the same namespace.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Formats.SERVICE_NAME)
        String service,

        @JsonPropertyDescription("Name of its port. Left out: its first port.")
        @Size(min = 1, max = 15)
        @Pattern(Formats.PORT_NAME)
        @Nullable
        String port,

        @JsonPropertyDescription("Path that is asked; / if left out.")
        @Size(min = 1, max = 1024)
        @Pattern(Formats.PATH)
        @Default("/")
        String path,

        @JsonPropertyDescription("Headers of its answer that are passed on. A client's own are removed.")
        @Size(max = 32)
        List<@Size(min = 1, max = 256) @Pattern(Formats.HEADER_NAME) String> responseHeaders) {

    public Forward {
        path = Defaults.or(path, "/");
        responseHeaders = Defaults.list(responseHeaders);
    }
}
