// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.Tls;
import dev.atoll.operator.gateway.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature that a route asks for.
 *
 * @param field the path of the field that asks
 */
record AskedFeature(Feature feature, String field) {

    /** Everything that a route asks for, in the order of the spec and each field once. */
    static List<AskedFeature> of(GatewayRouteSpec spec, List<ResolvedRule> rules) {
        var asked = new Asked();
        tls(asked, spec.tls());
        AskedTreatment.ofProtection(asked, "spec", spec);
        AskedTreatment.ofHandling(asked, "spec", spec);
        rules.forEach(rule -> AskedRule.of(asked, spec, rule));
        beside(asked, spec);
        asked.when(LoginPaths.rules(spec).count() > 1, Feature.AUTH_OIDC_SEVERAL, LoginPaths.field(spec));
        CoveredPaths.ofPasswords(spec).forEach(field -> asked.when(true, Feature.AUTH_BASIC_COVERED, field));
        mix(asked, rules);
        redirects(asked, rules);
        return asked.features();
    }

    private static void tls(Asked asked, @Nullable Tls tls) {
        if (tls != null) {
            asked.when(tls.secretName() != null, Feature.TLS_SECRET, "spec.tls.secretName");
            asked.when(tls.issuer() != null, Feature.TLS_ISSUER, "spec.tls.issuer");
            asked.when(Boolean.TRUE.equals(tls.redirect()), Feature.TLS_REDIRECT, "spec.tls.redirect");
            asked.when(Boolean.FALSE.equals(tls.redirect()), Feature.TLS_PLAIN, "spec.tls.redirect");
            asked.when(tls.minVersion() != null, Feature.TLS_MIN_VERSION, "spec.tls.minVersion");
            asked.when(
                    tls.clientCertificates() != null, Feature.TLS_CLIENT_CERTIFICATES, "spec.tls.clientCertificates");
        }
    }

    /** Whom a service may name, and rules that look at the query. */
    private static void beside(Asked asked, GatewayRouteSpec spec) {
        var rules = spec.rules();
        boolean hasQueries = rules.stream().anyMatch(rule -> !rule.queryParams().isEmpty());
        asked.when(
                hasQueries && names(spec.auth()),
                Feature.AUTH_FORWARD_BESIDE_QUERY,
                "spec.auth.forward.responseHeaders");
        for (int i = 0; i < rules.size(); i++) {
            asked.when(
                    hasQueries && names(rules.get(i).auth()),
                    Feature.AUTH_FORWARD_BESIDE_QUERY,
                    "spec.rules[%d].auth.forward.responseHeaders".formatted(i));
        }
    }

    private static boolean names(@Nullable Auth auth) {
        return auth != null
                && auth.forward() != null
                && !auth.forward().responseHeaders().isEmpty();
    }

    private static void redirects(Asked asked, List<ResolvedRule> rules) {
        boolean isAlone = rules.stream().allMatch(rule -> rule.targets().isEmpty());
        rules.stream()
                .filter(rule -> rule.rule().redirect() != null)
                .forEach(rule -> asked.when(isAlone, Feature.REDIRECT_ALONE, rule.field() + ".redirect"));
    }

    private static void mix(Asked asked, List<ResolvedRule> rules) {
        boolean hasHttp = rules.stream().anyMatch(rule -> rule.isSettled() && !rule.isGrpc());
        rules.stream()
                .filter(ResolvedRule::isGrpc)
                .findFirst()
                .ifPresent(rule -> asked.when(hasHttp, Feature.PROTOCOL_MIX, AskedRule.grpcField(rule)));
    }
}
