// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.ContentTypeOptions;
import dev.atoll.api.v1alpha1.gatewayroute.FrameOptions;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.HttpHeader;
import dev.atoll.api.v1alpha1.gatewayroute.ReferrerPolicy;
import dev.atoll.api.v1alpha1.gatewayroute.SecurityHeaders;
import dev.atoll.api.v1alpha1.gatewayroute.StrictTransportSecurity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headers by which browsers protect pages, as any other header of a response that gets a value. */
public final class SecurityHeaderValues {
    private static final HeaderModifier NOTHING = new HeaderModifier(List.of(), List.of(), List.of());

    private SecurityHeaderValues() {}

    /** What is changed about the headers of responses when these are set as well; no header may stand in both. */
    public static HeaderModifier beside(@Nullable HeaderModifier modifier, @Nullable SecurityHeaders headers) {
        var given = modifier == null ? NOTHING : modifier;
        return headers == null
                ? given
                : new HeaderModifier(
                        Stream.concat(given.set().stream(), of(headers).stream())
                                .toList(),
                        given.add(),
                        given.remove());
    }

    /** The headers with their values, in the order of the fields. */
    public static List<HttpHeader> of(SecurityHeaders headers) {
        return Stream.of(
                        header("Strict-Transport-Security", transport(headers.strictTransportSecurity())),
                        header(
                                "X-Content-Type-Options",
                                headers.contentTypeOptions() == ContentTypeOptions.None ? null : "nosniff"),
                        header("X-Frame-Options", frames(headers.frameOptions())),
                        header("Referrer-Policy", referrer(headers.referrerPolicy())),
                        header("Content-Security-Policy", headers.contentSecurityPolicy()),
                        header("Permissions-Policy", headers.permissionsPolicy()),
                        header(
                                "Cross-Origin-Opener-Policy",
                                headers.crossOriginOpenerPolicy() == null
                                        ? null
                                        : kebab(headers.crossOriginOpenerPolicy()
                                                .name())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<HttpHeader> header(String name, @Nullable String value) {
        return Optional.ofNullable(value).map(found -> new HttpHeader(name, found));
    }

    private static @Nullable String transport(@Nullable StrictTransportSecurity given) {
        return given == null
                ? null
                : "max-age=" + given.maxAgeSeconds()
                        + (given.includeSubdomains() ? "; includeSubDomains" : "")
                        + (given.preload() ? "; preload" : "");
    }

    private static @Nullable String frames(FrameOptions options) {
        return options == FrameOptions.None ? null : options.name().toUpperCase(Locale.ROOT);
    }

    private static @Nullable String referrer(ReferrerPolicy policy) {
        return policy == ReferrerPolicy.None ? null : kebab(policy.name());
    }

    /** StrictOrigin as strict-origin. */
    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
