// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Repetition of failed requests. A record with {@code none} has no {@code attempts}. */
@ValidationRule(
        value = "has(self.none) != has(self.attempts)",
        fieldPath = ".attempts",
        message = "is needed, or else none: {}, which stands for no repetition; keep one")
public record Retries(
        @JsonPropertyDescription("How many times more a failed request is tried. Needed unless none is there.")
        @Min(1)
        @Max(10)
        Integer attempts,

        @JsonPropertyDescription("HTTP status codes that count as failed. Left out: only a failed connection does.")
        @Size(max = 32)
        List<@Min(400) @Max(599) Integer> codes,

        @JsonPropertyDescription("Time for each try, as a duration such as 500ms. Left out: what is left of timeout.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Nullable
        String perTryTimeout,

        @JsonPropertyDescription("Wait before the next try, as a duration such as 100ms. Left out: the gateway's own.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Nullable
        String backoff,

        @JsonPropertyDescription("No repetition, where there would be one otherwise: write {}.") @Nullable
        None none) {

    /** Rule for whatever has both a timeout and retries: no single try may take longer than all together. */
    public static final String FIT_INTO_TIMEOUT = """
            !has(self.timeout) || duration(self.timeout) == duration('0s') || \
            !has(self.retries) || !has(self.retries.perTryTimeout) || \
            duration(self.retries.perTryTimeout) <= duration(self.timeout)""";

    public Retries {
        codes = Defaults.list(codes);
    }
}
