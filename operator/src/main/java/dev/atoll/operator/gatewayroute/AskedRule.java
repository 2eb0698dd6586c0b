// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.gateway.Feature;
import dev.atoll.operator.gateway.Filters;
import dev.atoll.operator.gateway.Route;
import dev.atoll.operator.gateway.SecurityHeaderValues;
import dev.atoll.operator.gateway.Treatment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule asks for: which requests it is for, and what becomes of them. */
final class AskedRule {
    private AskedRule() {}

    static void of(Asked asked, GatewayRouteSpec spec, ResolvedRule resolved) {
        var rule = resolved.rule();
        var field = resolved.field();
        asked.when(!areAlike(spec, rule, spec.rules().getFirst()), Feature.RULES_DIFFER, field);
        matches(asked, resolved);
        asked.when(isShared(rule), Feature.WEIGHTS, field + ".backends");
        asked.when(rule.external() != null, Feature.EXTERNAL, field + ".external");
        AskedTreatment.ofProtection(asked, field, rule);
        timeout(asked, spec, resolved);
        AskedTreatment.ofHandling(asked, field, rule);
        redirect(asked, field + ".redirect", rule.redirect());
        rewrite(asked, field + ".rewrite", rule.rewrite());
        asked.when(
                rule.backendTLS() != null,
                resolved.isGrpc() ? Feature.GRPC_BACKEND_TLS : Feature.BACKEND_TLS,
                field + ".backendTLS");
        mirror(asked, resolved);
        asked.when(rule.sessionAffinity() != null, Feature.SESSION_AFFINITY, field + ".sessionAffinity");
        circuitBreaker(asked, spec, resolved);
        responseHeaders(asked, spec, resolved);
    }

    /** The field that makes a rule one for gRPC. */
    static String grpcField(ResolvedRule resolved) {
        if (resolved.rule().grpc() != null) {
            return resolved.field() + ".grpc";
        }
        return resolved.field() + (resolved.rule().service() == null ? ".backends" : ".port");
    }

    private static void matches(Asked asked, ResolvedRule resolved) {
        var rule = resolved.rule();
        var field = resolved.field();
        asked.when(rule.pathType() == PathType.RegularExpression, Feature.PATH_REGEX, field + ".pathType");
        asked.when(!rule.methods().isEmpty(), Feature.METHODS, field + ".methods");
        asked.when(!rule.headers().isEmpty(), Feature.HEADERS, field + ".headers");
        asked.when(!rule.queryParams().isEmpty(), Feature.QUERY_PARAMS, field + ".queryParams");
        asked.when(resolved.isGrpc(), Feature.GRPC, grpcField(resolved));
    }

    private static void timeout(Asked asked, GatewayRouteSpec spec, ResolvedRule resolved) {
        var rule = resolved.rule();
        var feature = resolved.isGrpc() ? Feature.GRPC_TIMEOUT : Feature.TIMEOUT;
        asked.when(rule.timeout() != null, feature, resolved.field() + ".timeout");
        asked.when(rule.timeout() == null && spec.timeout() != null, feature, "spec.timeout");
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

    private static void rewrite(Asked asked, String field, @Nullable Rewrite rewrite) {
        if (rewrite != null) {
            asked.when(rewrite.hostname() != null, Feature.REWRITE_HOST, field + ".hostname");
            asked.when(rewrite.path() != null, Feature.REWRITE_PATH, field + ".path");
        }
    }

    private static void mirror(Asked asked, ResolvedRule resolved) {
        var mirror = resolved.rule().mirror();
        var field = resolved.field() + ".mirror";
        if (mirror != null) {
            asked.when(true, resolved.isGrpc() ? Feature.GRPC_MIRROR : Feature.MIRROR, field);
            asked.when(mirror.percent() != Route.Mirror.ALL, Feature.MIRROR_PERCENT, field + ".percent");
        }
    }

    private static void responseHeaders(Asked asked, GatewayRouteSpec spec, ResolvedRule resolved) {
        var own = resolved.rule().responseHeaderModifier();
        asked.when(
                resolved.isGrpc()
                        && Filters.changes(own == null ? spec.responseHeaderModifier() : own)
                                .isPresent(),
                Feature.GRPC_RESPONSE_HEADERS,
                (own == null ? "spec" : resolved.field()) + ".responseHeaderModifier");
        var security = resolved.rule().securityHeaders();
        asked.when(
                resolved.isGrpc()
                        && Filters.changes(SecurityHeaderValues.beside(
                                        null, security == null ? spec.securityHeaders() : security))
                                .isPresent(),
                Feature.GRPC_RESPONSE_HEADERS,
                (security == null ? "spec" : resolved.field()) + ".securityHeaders");
    }

    private static void circuitBreaker(Asked asked, GatewayRouteSpec spec, ResolvedRule resolved) {
        var own = resolved.rule().circuitBreaker();
        asked.when(
                resolved.isGrpc()
                        && Treatment.breaking(own == null ? spec.circuitBreaker() : own)
                                .isPresent(),
                Feature.GRPC_BREAKER,
                (own == null ? "spec" : resolved.field()) + ".circuitBreaker");
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
                && rule.external() == null
                && rule.backends().stream()
                                .filter(backend -> backend.weight() > 0)
                                .count()
                        != 1;
    }
}
