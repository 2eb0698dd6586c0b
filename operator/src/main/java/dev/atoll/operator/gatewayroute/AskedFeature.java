// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import dev.atoll.api.v1alpha1.gatewayroute.Retries;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.gatewayroute.Tls;
import dev.atoll.operator.gateway.Feature;
import dev.atoll.operator.gateway.Period;
import dev.atoll.operator.gateway.Treatment;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feature that a route asks for.
 *
 * @param field the path of the field that asks
 */
record AskedFeature(Feature feature, String field) {

    /** Everything that a route asks for, in the order of the spec and each field once. */
    static List<AskedFeature> of(GatewayRouteSpec spec, List<ResolvedRule> rules) {
        var asked = new Asked(new LinkedHashSet<>());
        tls(asked, spec.tls());
        auth(asked, "spec.auth", spec.auth());
        rateLimit(asked, "spec.rateLimit", spec.rateLimit());
        asked.when(spec.cors() != null, Feature.CORS, "spec.cors");
        clientIPs(asked, "spec.clientIPs", spec.clientIPs());
        limits(asked, "spec", spec.maxConcurrentRequests(), spec.maxBodySize(), spec.compression());
        retries(asked, "spec.retries", spec.retries());
        headers(asked, Feature.REQUEST_HEADERS, "spec.requestHeaderModifier", spec.requestHeaderModifier());
        headers(asked, Feature.RESPONSE_HEADERS, "spec.responseHeaderModifier", spec.responseHeaderModifier());
        rules.forEach(rule -> rule(asked, spec, rule));
        beside(asked, spec);
        CoveredPaths.ofPasswords(spec).forEach(field -> asked.when(true, Feature.AUTH_BASIC_COVERED, field));
        mix(asked, rules);
        redirects(asked, rules);
        return List.copyOf(asked.features());
    }

    private static void tls(Asked asked, @Nullable Tls tls) {
        if (tls != null) {
            asked.when(tls.secretName() != null, Feature.TLS_SECRET, "spec.tls.secretName");
            asked.when(tls.issuer() != null, Feature.TLS_ISSUER, "spec.tls.issuer");
            asked.when(Boolean.TRUE.equals(tls.redirect()), Feature.TLS_REDIRECT, "spec.tls.redirect");
            asked.when(Boolean.FALSE.equals(tls.redirect()), Feature.TLS_PLAIN, "spec.tls.redirect");
        }
    }

    /** That everybody may pass is what every gateway does by itself. */
    private static void auth(Asked asked, String field, @Nullable Auth auth) {
        if (auth != null) {
            asked.when(auth.jwt() != null, Feature.AUTH_JWT, field + ".jwt");
            asked.when(auth.oidc() != null, Feature.AUTH_OIDC, field + ".oidc");
            asked.when(auth.basic() != null, Feature.AUTH_BASIC, field + ".basic");
            asked.when(
                    auth.basic() != null && auth.basic().realm() != null,
                    Feature.AUTH_BASIC_REALM,
                    field + ".basic.realm");
            asked.when(auth.apiKey() != null, Feature.AUTH_API_KEY, field + ".apiKey");
            asked.when(auth.forward() != null, Feature.AUTH_FORWARD, field + ".forward");
        }
    }

    private static void rule(Asked asked, GatewayRouteSpec spec, ResolvedRule resolved) {
        var rule = resolved.rule();
        var field = resolved.field();
        asked.when(!areAlike(spec, rule, spec.rules().getFirst()), Feature.RULES_DIFFER, field);
        asked.when(rule.pathType() == PathType.RegularExpression, Feature.PATH_REGEX, field + ".pathType");
        asked.when(!rule.methods().isEmpty(), Feature.METHODS, field + ".methods");
        asked.when(!rule.headers().isEmpty(), Feature.HEADERS, field + ".headers");
        asked.when(!rule.queryParams().isEmpty(), Feature.QUERY_PARAMS, field + ".queryParams");
        asked.when(resolved.isGrpc(), Feature.GRPC, grpcField(resolved));
        asked.when(isShared(rule), Feature.WEIGHTS, field + ".backends");
        auth(asked, field + ".auth", rule.auth());
        rateLimit(asked, field + ".rateLimit", rule.rateLimit());
        asked.when(rule.cors() != null, Feature.CORS, field + ".cors");
        clientIPs(asked, field + ".clientIPs", rule.clientIPs());
        limits(asked, field, rule.maxConcurrentRequests(), rule.maxBodySize(), rule.compression());
        var timeout = resolved.isGrpc() ? Feature.GRPC_TIMEOUT : Feature.TIMEOUT;
        asked.when(rule.timeout() != null, timeout, field + ".timeout");
        asked.when(rule.timeout() == null && spec.timeout() != null, timeout, "spec.timeout");
        retries(asked, field + ".retries", rule.retries());
        headers(asked, Feature.REQUEST_HEADERS, field + ".requestHeaderModifier", rule.requestHeaderModifier());
        headers(asked, Feature.RESPONSE_HEADERS, field + ".responseHeaderModifier", rule.responseHeaderModifier());
        redirect(asked, field + ".redirect", rule.redirect());
        rewrite(asked, field + ".rewrite", rule.rewrite());
        var responses =
                rule.responseHeaderModifier() == null ? spec.responseHeaderModifier() : rule.responseHeaderModifier();
        asked.when(
                resolved.isGrpc() && Treatment.changes(responses).isPresent(),
                Feature.GRPC_RESPONSE_HEADERS,
                (rule.responseHeaderModifier() == null ? "spec" : field) + ".responseHeaderModifier");
    }

    private static void clientIPs(Asked asked, String field, @Nullable ClientIPs addresses) {
        if (addresses != null) {
            asked.when(!addresses.allow().isEmpty(), Feature.CLIENT_IPS_ALLOW, field + ".allow");
            asked.when(!addresses.deny().isEmpty(), Feature.CLIENT_IPS_DENY, field + ".deny");
        }
    }

    /** That there is no limit, and no compression, is what every gateway does by itself. */
    private static void limits(
            Asked asked,
            String field,
            @Nullable Integer requests,
            @Nullable Quantity size,
            @Nullable Boolean isCompressed) {
        asked.when(Treatment.limiting(requests).isPresent(), Feature.MAX_CONCURRENT, field + ".maxConcurrentRequests");
        asked.when(Treatment.bytes(size).isPresent(), Feature.MAX_BODY, field + ".maxBodySize");
        asked.when(Boolean.TRUE.equals(isCompressed), Feature.COMPRESSION, field + ".compression");
    }

    private static void rateLimit(Asked asked, String field, @Nullable RateLimit limit) {
        if (limit != null) {
            asked.when(true, Feature.RATE_LIMIT, field);
            asked.when(Period.unit(limit.per()).isEmpty(), Feature.RATE_LIMIT_PERIOD, field + ".per");
            asked.when(
                    limit.burst() != null && limit.burst() < limit.requests(),
                    Feature.RATE_LIMIT_SMALL_BURST,
                    field + ".burst");
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

    private static void retries(Asked asked, String field, @Nullable Retries retries) {
        if (retries != null) {
            asked.when(true, Feature.RETRIES, field);
            asked.when(retries.perTryTimeout() != null, Feature.RETRY_TIMEOUT, field + ".perTryTimeout");
        }
    }

    private static void redirect(Asked asked, String field, @Nullable Redirect redirect) {
        if (redirect != null) {
            asked.when(true, Feature.REDIRECT, field);
            asked.when(redirect.scheme() != null, Feature.REDIRECT_SCHEME, field + ".scheme");
            asked.when(redirect.port() != null, Feature.REDIRECT_PORT, field + ".port");
            asked.when(redirect.path() != null, Feature.REDIRECT_PATH, field + ".path");
            asked.when(redirect.statusCode() == 303, Feature.REDIRECT_303, field + ".statusCode");
            asked.when(redirect.statusCode() == 307, Feature.REDIRECT_307, field + ".statusCode");
            asked.when(redirect.statusCode() == 308, Feature.REDIRECT_308, field + ".statusCode");
        }
    }

    private static void redirects(Asked asked, List<ResolvedRule> rules) {
        boolean isAlone = rules.stream().allMatch(rule -> rule.targets().isEmpty());
        rules.stream()
                .filter(rule -> rule.rule().redirect() != null)
                .forEach(rule -> asked.when(isAlone, Feature.REDIRECT_ALONE, rule.field() + ".redirect"));
    }

    private static void rewrite(Asked asked, String field, @Nullable Rewrite rewrite) {
        if (rewrite != null) {
            asked.when(rewrite.hostname() != null, Feature.REWRITE_HOST, field + ".hostname");
            asked.when(rewrite.path() != null, Feature.REWRITE_PATH, field + ".path");
        }
    }

    /** That nothing is changed, every gateway can do. */
    private static void headers(Asked asked, Feature feature, String field, @Nullable HeaderModifier modifier) {
        if (modifier != null) {
            var changed = Treatment.changes(modifier).isPresent();
            asked.when(changed, feature, field);
            asked.when(!modifier.add().isEmpty(), Feature.HEADER_ADD, field + ".add");
        }
    }

    private static String grpcField(ResolvedRule resolved) {
        if (resolved.rule().grpc() != null) {
            return resolved.field() + ".grpc";
        }
        return resolved.field() + (resolved.rule().service() == null ? ".backends" : ".port");
    }

    /** Whether the requests of two rules are treated alike. Which port is asked who may pass follows from the spec. */
    private static boolean areAlike(GatewayRouteSpec spec, Rule one, Rule other) {
        return Treatment.of(spec, one, forward -> Optional.empty())
                .equals(Treatment.of(spec, other, forward -> Optional.empty()));
    }

    /** A backend without requests needs no weights, as long as another one takes all. */
    private static boolean isShared(Rule rule) {
        return rule.service() == null
                && rule.redirect() == null
                && rule.backends().stream()
                                .filter(backend -> backend.weight() > 0)
                                .count()
                        != 1;
    }

    private static void mix(Asked asked, List<ResolvedRule> rules) {
        boolean hasHttp = rules.stream().anyMatch(rule -> rule.isSettled() && !rule.isGrpc());
        rules.stream()
                .filter(ResolvedRule::isGrpc)
                .findFirst()
                .ifPresent(rule -> asked.when(hasHttp, Feature.PROTOCOL_MIX, grpcField(rule)));
    }

    private record Asked(Set<AskedFeature> features) {
        void when(boolean isAsked, Feature feature, String field) {
            if (isAsked) {
                features.add(new AskedFeature(feature, field));
            }
        }
    }
}
