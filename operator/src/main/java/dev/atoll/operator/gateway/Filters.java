// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.gatewayroute.TreatmentFields;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is changed about requests and answers, by the filters that the Gateway API has for it.
 *
 * @param requestHeaders what is changed about the headers of requests
 * @param responseHeaders what is changed about the headers of responses, those by which browsers protect pages included
 * @param redirect where clients are sent instead
 * @param rewrite what the service is asked instead
 */
public record Filters(
        Optional<HeaderModifier> requestHeaders,
        Optional<HeaderModifier> responseHeaders,
        Optional<Redirect> redirect,
        Optional<Rewrite> rewrite) {
    /** Nothing is changed. */
    static final Filters NONE = of(Said.NOTHING);

    static Filters of(Said said) {
        return new Filters(
                changes(said.first(TreatmentFields::requestHeaderModifier).orElse(null)),
                changes(SecurityHeaderValues.beside(
                        said.first(TreatmentFields::responseHeaderModifier).orElse(null),
                        said.first(TreatmentFields::securityHeaders).orElse(null))),
                said.rule().flatMap(rule -> Optional.ofNullable(rule.redirect())),
                said.rule().flatMap(Filters::rewrite));
    }

    /** A server outside answers for its own name only, whatever host the client has asked for. */
    private static Optional<Rewrite> rewrite(Rule rule) {
        var given = Optional.ofNullable(rule.rewrite());
        return rule.external() == null || given.map(Rewrite::hostname).isPresent()
                ? given
                : Optional.of(new Rewrite(
                        rule.external().hostname(), given.map(Rewrite::path).orElse(null)));
    }

    /** The modifier, if it changes anything. */
    public static Optional<HeaderModifier> changes(@Nullable HeaderModifier modifier) {
        return Optional.ofNullable(modifier)
                .filter(given -> !given.set().isEmpty()
                        || !given.add().isEmpty()
                        || !given.remove().isEmpty());
    }

    /** Whether what a prefix matched is replaced. */
    boolean replacesPrefix() {
        return Stream.concat(
                        redirect.stream().map(Redirect::path), rewrite.stream().map(Rewrite::path))
                .anyMatch(path -> path != null && path.replacePrefixMatch() != null);
    }
}
