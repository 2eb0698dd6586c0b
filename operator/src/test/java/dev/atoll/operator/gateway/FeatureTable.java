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

            """;
    private static final String FOOT = """

            - *Traefik* is an IngressClass whose controller is `traefik.io/ingress-controller`. Its own Gateways are in the \
            column *Gateway API*. Where its option `crossProviderNamespaces` leaves a namespace out, or its provider for its \
            CRDs is off, it takes no Middlewares: of a route with authentication or limits it then answers no path, and does \
            not say so in the Ingress.
            - *Gateway API* is any Gateway. What an implementation has beyond the standard is not used yet.
            - *Other Ingress* is every other IngressClass: the controller is told only what an Ingress itself can say.
            """;

    private static final TraefikIngressDialect TRAEFIK = new TraefikIngressDialect("traefik", true);
    private static final TraefikIngressDialect TRAEFIK_WITHOUT_CRDS = new TraefikIngressDialect("traefik", false);
    private static final PlainIngressDialect PLAIN = new PlainIngressDialect("web", "example.com/controller");
    private static final GatewayApiDialect EVERYTHING_LISTED = gateway(Arrays.stream(Feature.values())
            .flatMap(feature -> GatewayApiDialect.listedName(feature).stream())
            .collect(Collectors.toSet()));
    private static final GatewayApiDialect NOTHING_LISTED = gateway(Set.of());

    private FeatureTable() {}

    static String text() {
        var rows = Arrays.stream(Feature.values())
                .map(feature -> row("`" + feature.field() + "`", feature.text(), FeatureTable.cells(feature)));
        return Stream.of(
                        Stream.of(HEAD.strip(), ""),
                        Stream.of("| Field | The gateway has to | Traefik | Gateway API | Other Ingress |"),
                        Stream.of("|---|---|---|---|---|"),
                        rows,
                        Stream.of(FOOT.stripTrailing(), ""))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    private static String row(String field, String text, Stream<String> cells) {
        return Stream.concat(Stream.of(field, text), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static Stream<String> cells(Feature feature) {
        return Stream.of(traefik(feature), gatewayApi(feature), cell(PLAIN, feature));
    }

    private static String traefik(Feature feature) {
        boolean needsCrds = TRAEFIK_WITHOUT_CRDS
                .refusal(feature)
                .filter(refusal -> refusal.reason() == Reason.ApiNotInstalled)
                .isPresent();
        return cell(TRAEFIK, feature) + (needsCrds ? "; needs Traefik's CRDs" : "");
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
        return "enforced" + dialect.difference(feature).map(text -> "; " + text).orElse("");
    }

    private static GatewayApiDialect gateway(Set<String> features) {
        return new GatewayApiDialect(
                new RouteParent("gateways", "public", null), "web", "example.com/controller", features, true);
    }
}
