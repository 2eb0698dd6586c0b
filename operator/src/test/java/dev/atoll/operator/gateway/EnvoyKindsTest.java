// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.Route.Target;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a rule of Envoy Gateway's a route of its own, and a change another route. */
class EnvoyKindsTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final String TOKEN = "auth: {jwt: {issuer: a, jwksUri: 'https://a.example.com/keys'}}";
    private static final EnvoyGatewayDialect DIALECT = EnvoyGatewayDialect.of(
            new GatewayApiDialect(
                    new RouteParent("gateways", "public", null),
                    "envoy",
                    EnvoyGatewayDialect.CONTROLLER,
                    Set.of(),
                    true,
                    true),
            Installations.envoy(true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKEN,
                "clientIPs: {deny: [10.6.6.6]}",
                "maxConcurrentRequests: 5",
                "maxBodySize: 1Mi",
                "compression: true",
                "retries: {attempts: 2}",
            })
    void whatNeedsAPolicyLeadsNowhereBeforeItIsInForce(String fields) {
        var first = DIALECT.step(route(fields), List.of(), Instant.EPOCH);

        assertThat(first.pending()).hasValue(Duration.ofSeconds(60));
        assertThat(first.objects())
                .hasSize(2)
                .first()
                .satisfies(object -> assertThat(((HTTPRoute) object).getSpec().getRules())
                        .allSatisfy(rule -> assertThat(rule.getBackendRefs()).isEmpty()));
    }

    @Test
    void askingForAClaimIsAnotherKindOfCheck() {
        var claims = TOKEN.replace("keys'", "keys', requiredClaims: [{name: sub, values: [ada]}]");

        assertThat(name(claims)).isNotEqualTo(name(TOKEN));
        assertThat(name(claims.replace("ada", "bob"))).isEqualTo(name(claims));
    }

    /** What two policies have to agree about is never changed in place, for one of them would come first. */
    @Test
    void countingByAClaimIsAnotherKindOfLimit() {
        var byClaim = TOKEN + "\nrateLimit: {requests: 5, by: Claim, claim: sub}";

        assertThat(name(byClaim)).isNotEqualTo(name(TOKEN + "\nrateLimit: {requests: 5}"));
    }

    private static String name(String fields) {
        return DIALECT.objects(route(fields)).stream()
                .filter(object -> object instanceof HTTPRoute)
                .map(HasMetadata::getMetadata)
                .findFirst()
                .orElseThrow()
                .getName();
    }

    private static Route route(String fields) {
        var spec = SERIALIZATION.unmarshal("---\n" + fields, GatewayRouteSpec.class);
        return Routes.plain(Routes.treated(
                "/orders",
                Treatment.of(spec, service -> Optional.of(Target.inside(service.service(), "http", 80, 1)))));
    }
}
