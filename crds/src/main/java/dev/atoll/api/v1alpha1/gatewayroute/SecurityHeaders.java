// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * Headers of responses by which browsers protect a page and who looks at it; {} sets the three that have a default. What a service
 * says itself under the same names is replaced.
 */
public record SecurityHeaders(
        @JsonPropertyDescription("Strict-Transport-Security: that browsers come back by HTTPS only. Left out: not set.")
        @Nullable
        StrictTransportSecurity strictTransportSecurity,

        @JsonPropertyDescription(
                "X-Content-Type-Options: NoSniff, so that browsers do not guess what a response is (the default), or None to leave the header alone.")
        @Default("NoSniff")
        ContentTypeOptions contentTypeOptions,

        @JsonPropertyDescription(
                "X-Frame-Options: which pages may show this one inside them. Deny for none (the default), SameOrigin, or None to leave the header alone.")
        @Default("Deny")
        FrameOptions frameOptions,

        @JsonPropertyDescription(
                "Referrer-Policy: what other sites learn of the page that leads to them; None to leave the header alone. StrictOriginWhenCrossOrigin if left out.")
        @Default("StrictOriginWhenCrossOrigin")
        ReferrerPolicy referrerPolicy,

        @JsonPropertyDescription(
                "Content-Security-Policy: from where a page may load what, such as default-src 'self'. Left out: not set.")
        @Size(min = 1, max = 2048)
        @Pattern(Formats.HEADER_VALUE)
        @Nullable
        String contentSecurityPolicy,

        @JsonPropertyDescription(
                "Permissions-Policy: which functions of the browser a page may use, such as camera=(), geolocation=(self). Left out: not set.")
        @Size(min = 1, max = 2048)
        @Pattern(Formats.HEADER_VALUE)
        @Nullable
        String permissionsPolicy,

        @JsonPropertyDescription(
                "Cross-Origin-Opener-Policy: which pages keep hold of one that they have opened. Left out: not set.")
        @Nullable
        CrossOriginOpenerPolicy crossOriginOpenerPolicy) {

    public SecurityHeaders {
        contentTypeOptions = Defaults.or(contentTypeOptions, ContentTypeOptions.NoSniff);
        frameOptions = Defaults.or(frameOptions, FrameOptions.Deny);
        referrerPolicy = Defaults.or(referrerPolicy, ReferrerPolicy.StrictOriginWhenCrossOrigin);
    }
}
