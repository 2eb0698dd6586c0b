// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.status.Reason;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the page of the user's guide that says which gateway enforces what. */
final class FeatureTable {
    private static final String HEAD = """
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            <!-- Generated from the dialects of the operator by `make generate`. Do not edit. -->
            # What each gateway enforces

            A GatewayRoute is written once and published in the words of the gateway that it names. A route that asks for what \
            its gateway cannot be told is refused as a whole: `Accepted` is False with the reason FeatureNotSupported, the \
            fields and the remedy. A new route is then not published at all, and of one that worked before everything stays as \
            it was, so that nothing is ever published with less protection than it was written with.

            Every gateway has hosts, wildcards, paths by prefix or as a whole, and one service a rule. Fields of a rule count \
            instead of the same fields of its route. In the table, *refused* means the above; *enforced where it is listed* \
            means that the GatewayClass has to list the name under `status.supportedFeatures`, and that it is refused otherwise.

            A host belongs to the namespace that was the first to claim it, or a wildcard above it, at a gateway. Routes of another \
            namespace are published under it only if `spec.hostGrants` of the first one's GatewayDefaults says so, and are told.

            """;
    private static final String FOOT = """

            - *Traefik* is an IngressClass whose controller is `traefik.io/ingress-controller`, *Traefik's Gateways* a \
            GatewayClass whose controller is `traefik.io/gateway-controller`. Where the option `crossProviderNamespaces` of the former leaves a namespace \
            out, or its provider for its CRDs is off, it takes no Middlewares: of a route with authentication or limits it then \
            answers no path, and does not say so in the Ingress. While a service has no pod, the former leaves the service's \
            paths out and a shorter path gets their requests, with that path's protection; turn its option \
            `allowEmptyServices` of `providers.kubernetesIngress` on (its chart does), so that they get 503. At a Gateway of Traefik, a \
            wildcard's longer path counts before a shorter path of a host that the wildcard has too, whichever GatewayRoute they are of.
            - *Envoy Gateway* is a GatewayClass whose controller is `gateway.envoyproxy.io/gatewayclass-controller`. A rule that \
            asks for another kind of protection than before takes it up when Envoy Gateway has accepted the policies and Envoy \
            has drained the connections from before, which it would not check: after 60 s, or what the annotation \
            `atoll.dev/drain-seconds` of the GatewayClass says. Until then the former state counts, and new paths are answered \
            by 500. So are those whose policy somebody has deleted. A policy of the Gateway's owner for a whole Gateway does not \
            count for such a rule.
            - *Gateway API* is any other Gateway. What an implementation has beyond the standard is not used.
            - *HAProxy* is HAProxy Technologies' controller, whose IngressClass names `haproxy.org/ingress-controller` or a name \
            below it. It is built from the documentation of its version 3.2, and was not tried.
            - *F5 NGINX* is F5's NGINX Ingress Controller, an IngressClass whose controller is `nginx.org/ingress-controller`, \
            from its version 5.5 on. What it is told by a Policy is refused unless the annotation `atoll.dev/enforces-policies: "true"` \
            of the class says that it is of such a version, since earlier ones let requests pass without. It gives a host to one GatewayRoute \
            only, the oldest. It compares prefixes by characters. It is built from its documentation, and was not tried.
            - *Other Ingress* is every other IngressClass: the controller is told only what an Ingress itself can say.
            """;

    private static final TraefikIngressDialect TRAEFIK = new TraefikIngressDialect("traefik", Installations.WHOLE);
    private static final TraefikIngressDialect TRAEFIK_WITHOUT_CRDS =
            new TraefikIngressDialect("traefik", TraefikInstallation.BARE);
    private static final HaproxyIngressDialect HAPROXY =
            new HaproxyIngressDialect("haproxy", "haproxy.org/ingress-controller");
    private static final NginxIngressDialect NGINX = new NginxIngressDialect("nginx", true);
    private static final NginxIngressDialect NGINX_WITHOUT_CRDS = new NginxIngressDialect("nginx", false);
    private static final PlainIngressDialect PLAIN = new PlainIngressDialect("web", "example.com/controller");
    private static final GatewayApiDialect EVERYTHING_LISTED = gateway(Arrays.stream(Feature.values())
            .flatMap(feature -> GatewayApiDialect.listedName(feature).stream())
            .collect(Collectors.toSet()));
    private static final GatewayApiDialect NOTHING_LISTED = gateway(Set.of());

    /** What Traefik 3.7 lists, which concerns its Gateways. */
    private static final GatewayApiDialect TRAEFIK_LISTED = gateway(Set.of(
            "BackendTLSPolicy",
            "GRPCRoute",
            "HTTPRoute303RedirectStatusCode",
            "HTTPRoute307RedirectStatusCode",
            "HTTPRoute308RedirectStatusCode",
            "HTTPRouteHostRewrite",
            "HTTPRouteMethodMatching",
            "HTTPRoutePathRedirect",
            "HTTPRoutePathRewrite",
            "HTTPRoutePortRedirect",
            "HTTPRouteQueryParamMatching",
            "HTTPRouteResponseHeaderModification",
            "HTTPRouteSchemeRedirect"));

    private static final GatewayDialect TRAEFIK_GATEWAY =
            new TraefikGatewayDialect(TRAEFIK_LISTED, Installations.WHOLE);
    private static final GatewayDialect TRAEFIK_GATEWAY_WITHOUT_CRDS =
            new TraefikGatewayDialect(TRAEFIK_LISTED, TraefikInstallation.BARE);
    private static final GatewayDialect ENVOY = EnvoyGatewayDialect.of(NOTHING_LISTED, Installations.WHOLE_ENVOY);
    private static final GatewayDialect ENVOY_WITHOUT_CRDS =
            EnvoyGatewayDialect.of(NOTHING_LISTED, Installations.envoy(false));

    private FeatureTable() {}

    static String text() {
        var rows = Arrays.stream(Feature.values())
                .map(feature -> row("`" + feature.field() + "`", feature.text(), FeatureTable.cells(feature)));
        return Stream.of(
                        Stream.of(HEAD.strip(), ""),
                        Stream.of(
                                "| Field | The gateway has to | Traefik | Traefik's Gateways | Envoy Gateway | Gateway API | HAProxy | F5 NGINX | Other Ingress |"),
                        Stream.of("|---|---|---|---|---|---|---|---|---|"),
                        rows,
                        Stream.of(FOOT.stripTrailing(), ""))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    private static String row(String field, String text, Stream<String> cells) {
        return Stream.concat(Stream.of(field, text), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static Stream<String> cells(Feature feature) {
        return Stream.of(
                byApi(TRAEFIK, TRAEFIK_WITHOUT_CRDS, feature, "needs Traefik's CRDs"),
                byApi(TRAEFIK_GATEWAY, TRAEFIK_GATEWAY_WITHOUT_CRDS, feature, "needs Traefik's CRDs"),
                byApi(ENVOY, ENVOY_WITHOUT_CRDS, feature, "needs Envoy Gateway's CRDs"),
                gatewayApi(feature),
                cell(HAPROXY, feature),
                byApi(NGINX, NGINX_WITHOUT_CRDS, feature, "needs F5's CRDs"),
                cell(PLAIN, feature));
    }

    private static String byApi(GatewayDialect whole, GatewayDialect withoutCrds, Feature feature, String needed) {
        boolean needsCrds = withoutCrds
                .refusal(feature)
                .filter(refusal -> refusal.reason() == Reason.ApiNotInstalled)
                .isPresent();
        return cell(whole, feature) + (needsCrds ? "; " + needed : "");
    }

    private static String gatewayApi(Feature feature) {
        boolean isOptional = NOTHING_LISTED.refusal(feature).isPresent()
                && EVERYTHING_LISTED.refusal(feature).isEmpty();
        var listed = GatewayApiDialect.listedName(feature);
        return isOptional && listed.isPresent()
                ? "enforced where it is listed: " + listed.get()
                : cell(EVERYTHING_LISTED, feature);
    }

    private static String cell(GatewayDialect dialect, Feature feature) {
        if (dialect.refusal(feature).isPresent()) {
            return "refused";
        }
        if (feature == Feature.PROTOCOL_MIX && dialect.refusal(Feature.GRPC).isPresent()) {
            return "refused, as gRPC is";
        }
        if (feature == Feature.AUTH_FORWARD_BESIDE_QUERY
                && dialect.refusal(Feature.QUERY_PARAMS).isPresent()) {
            return "refused, as query parameters are";
        }
        if (feature == Feature.RULES_DIFFER
                && dialect.refusal(Feature.REQUEST_HEADERS).isPresent()) {
            return "refused, as these fields are";
        }
        return "enforced" + dialect.difference(feature).map(text -> "; " + text).orElse("");
    }

    private static GatewayApiDialect gateway(Set<String> features) {
        return new GatewayApiDialect(
                new RouteParent("gateways", "public", null), "web", "example.com/controller", features, true, true);
    }
}
