// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.GrpcMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCMethodMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TraefikGatewayDialectTest {
    private static final TraefikGatewayDialect DIALECT = new TraefikGatewayDialect(
            new GatewayApiDialect(
                    new RouteParent("gateways", "public", null),
                    "traefik",
                    TraefikGatewayDialect.CONTROLLER,
                    Set.of("GRPCRoute"),
                    true,
                    true),
            Installations.WHOLE);

    @Test
    void aMethodIsNoBeginningOfOthers() {
        var path = Pattern.compile(path(told(new GrpcMatch("stock.Admin", "Get"))));

        assertThat(path.matcher("/stock.Admin/Get").find()).isTrue();
        assertThat(path.matcher("/stock.Admin/GetAll").find()).isFalse();
        assertThat(path.matcher("/stockxAdmin/Get").find()).isFalse();
    }

    @Test
    void aMethodWinsOverItsServiceByTheLongerText() {
        // As Traefik writes it for a service alone, backslashes being doubled.
        assertThat(path(told(new GrpcMatch("stock.Admin", "G")))).hasSizeGreaterThan("/stock\\\\.Admin/[^/]+".length());
    }

    @Test
    void aServiceAloneIsNamedAsItIs() {
        assertThat(told(new GrpcMatch("stock.Admin", null)))
                .isEqualTo(new GRPCMethodMatch(null, "stock.Admin", "Exact"));
    }

    private static GRPCMethodMatch told(GrpcMatch calls) {
        var route =
                (GRPCRoute) DIALECT.objects(Routes.plain(Routes.grpc(calls))).getFirst();
        return route.getSpec().getRules().getFirst().getMatches().getFirst().getMethod();
    }

    /** What Traefik makes of a regular expression for a method. */
    private static String path(GRPCMethodMatch match) {
        assertThat(match.getType()).isEqualTo("RegularExpression");
        return "/%s/%s".formatted(match.getService(), match.getMethod());
    }
}
