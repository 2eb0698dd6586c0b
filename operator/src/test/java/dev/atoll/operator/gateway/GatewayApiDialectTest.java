// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatewayApiDialectTest {
    private static final RouteParent PARENT = new RouteParent("gateways", "public", null);

    @Test
    void anHttpRouteHoldsSixteenRules() {
        var rules = rules(40, i -> Routes.prefix("/" + i));

        assertThat(sizes(dialect().objects(Routes.plain(rules)))).containsExactly(16, 16, 8);
    }

    @Test
    void anHttpRouteHoldsAHundredAndTwentyEightMatches() {
        var rules = rules(16, i -> Routes.methods("/" + i, HttpMethod.values()));

        var objects = dialect().objects(Routes.plain(rules));

        assertThat(sizes(objects)).containsExactly(14, 2);
        assertThat(objects).extracting(object -> object.getMetadata().getName()).containsExactly("shop", "shop-2");
    }

    @Test
    void grpcRoutesAreCountedByThemselves() {
        var objects = dialect().objects(Routes.plain(rules(17, i -> Routes.grpc("shop.v1.S" + i))));

        assertThat(objects)
                .hasOnlyElementsOfType(GRPCRoute.class)
                .extracting(object -> object.getMetadata().getName())
                .containsExactly("shop", "shop-2");
    }

    @Test
    void anExpressionIsForTheWholePath() {
        var route = (HTTPRoute) dialect()
                .objects(Routes.plain(Routes.expression("/orders/[0-9]+|/old")))
                .getFirst();

        assertThat(route.getSpec()
                        .getRules()
                        .getFirst()
                        .getMatches()
                        .getFirst()
                        .getPath()
                        .getValue())
                .isEqualTo("^(?:/orders/[0-9]+|/old)$");
    }

    @Test
    void whatTheClassDoesNotListIsRefused() {
        var dialect = new GatewayApiDialect(PARENT, "envoy", "example.com/c", Set.of("HTTPRoute"), true, true);

        assertThat(dialect.refusal(Feature.METHODS))
                .hasValueSatisfying(refusal -> assertThat(refusal.message())
                        .isEqualTo(
                                "Atoll cannot tell example.com/c to match requests by their method; GatewayClass envoy"
                                        + " lists no HTTPRouteMethodMatching under status.supportedFeatures; remove it, or use another"
                                        + " gateway"));
        assertThat(dialect.refusal(Feature.WEIGHTS)).isEmpty();
    }

    @Test
    void withoutGrpcRoutesTheApiIsMissingAndNotTheFeature() {
        var dialect = new GatewayApiDialect(PARENT, "envoy", "example.com/c", Set.of("GRPCRoute"), false, true);

        assertThat(dialect.refusal(Feature.GRPC))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ApiNotInstalled));
    }

    @Test
    void protectionIsRefusedAsLongAsNothingCarriesIt() {
        var protections = List.of(
                Feature.AUTH_JWT,
                Feature.AUTH_OIDC,
                Feature.AUTH_BASIC,
                Feature.AUTH_API_KEY,
                Feature.AUTH_FORWARD,
                Feature.RATE_LIMIT);
        var dialects = List.of(
                dialect(),
                new TraefikIngressDialect("traefik", TraefikInstallation.BARE),
                new PlainIngressDialect("nginx", "k8s.io/ingress-nginx"));

        for (var dialect : dialects) {
            assertThat(protections)
                    .allSatisfy(feature -> assertThat(dialect.refusal(feature))
                            .as("%s of %s", feature, dialect)
                            .isPresent());
        }
    }

    private static GatewayApiDialect dialect() {
        return new GatewayApiDialect(
                PARENT,
                "envoy",
                "example.com/c",
                Set.of("GRPCRoute", "HTTPRoute", "HTTPRouteMethodMatching", "HTTPRouteRequestTimeout"),
                true,
                true);
    }

    private static RouteRule[] rules(int count, IntFunction<RouteRule> rule) {
        return IntStream.range(0, count).mapToObj(rule).toArray(RouteRule[]::new);
    }

    private static List<Integer> sizes(List<HasMetadata> objects) {
        return objects.stream()
                .map(HTTPRoute.class::cast)
                .map(route -> route.getSpec().getRules().size())
                .toList();
    }
}
