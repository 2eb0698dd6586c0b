// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What is changed about headers. */
@ValidationRule(
        value = "!has(self.remove) || !self.remove.exists(name, name.matches(" + HeaderModifier.OF_THE_CONNECTION
                + "))",
        fieldPath = ".remove",
        message = HeaderModifier.NOT_TO_BE_CHANGED)
public record HeaderModifier(
        @JsonPropertyDescription("Headers that get a value, instead of the one that they have.") @Size(max = 16)
        List<HttpHeader> set,

        @JsonPropertyDescription("Headers that get one more value.") @Size(max = 16)
        List<HttpHeader> add,

        @JsonPropertyDescription("Headers that are removed; case does not matter.") @Size(max = 16)
        List<@Size(min = 1, max = 256) @Pattern(Formats.HEADER_NAME) String> remove) {
    /** Regular expression in CEL for the headers by which a connection is kept, and a request told from the next one. */
    static final String OF_THE_CONNECTION =
            "'(?i)^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|keep-alive)$'";

    static final String NOT_TO_BE_CHANGED =
            "names Host or a header of the connection itself, which is the gateway's business; name another";

    public HeaderModifier {
        set = Defaults.list(set);
        add = Defaults.list(add);
        remove = Defaults.list(remove);
    }
}
