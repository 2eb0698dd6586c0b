// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Another path. */
@ValidationRule(
        value = "has(self.replaceFullPath) != has(self.replacePrefixMatch)",
        message = "needs exactly one of replaceFullPath and replacePrefixMatch; keep one")
@ValidationRule(
        value = "!has(self.replaceFullPath) || !self.replaceFullPath.matches(" + Rule.NO_PLAIN_PATH + ")",
        fieldPath = ".replaceFullPath",
        message = Rule.WRITE_PLAIN_PATH)
@ValidationRule(
        value = "!has(self.replacePrefixMatch) || !self.replacePrefixMatch.matches(" + Rule.NO_PLAIN_PATH + ")",
        fieldPath = ".replacePrefixMatch",
        message = Rule.WRITE_PLAIN_PATH)
public record PathModifier(
        @JsonPropertyDescription("Path instead of the whole one.")
        @Size(min = 1, max = 1024)
        @Pattern(Formats.PATH)
        @Nullable
        String replaceFullPath,

        @JsonPropertyDescription(
                "Path instead of what the rule's prefix matched; what is below it stays. Only for a rule with "
                        + "pathType Prefix.")
        @Size(min = 1, max = 1024)
        @Pattern(Formats.PATH)
        @Nullable
        String replacePrefixMatch) {}
