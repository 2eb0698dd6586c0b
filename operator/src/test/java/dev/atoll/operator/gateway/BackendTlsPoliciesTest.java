// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.BackendTls;
import dev.atoll.api.v1alpha1.gatewayroute.CaCertificate;
import dev.atoll.operator.gateway.BackendTlsPolicy.Standing;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendTlsPoliciesTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final RouteParent PARENT = new RouteParent("gateways", "public", null);
    private static final Route ROUTE = Routes.plain(
            Routes.byTls("/orders", new BackendTls("orders.internal", new CaCertificate("ca"))), Routes.prefix("/"));

    private static final GatewayApiDialect PLAIN =
            new GatewayApiDialect(PARENT, "web", "example.com/c", Set.of("BackendTLSPolicy"), true, true);
    private static final TraefikGatewayDialect TRAEFIK = new TraefikGatewayDialect(
            new GatewayApiDialect(
                    PARENT, "traefik", TraefikGatewayDialect.CONTROLLER, Set.of("BackendTLSPolicy"), true, true),
            Installations.WHOLE);
    private static final EnvoyGatewayDialect ENVOY = EnvoyGatewayDialect.of(
            new GatewayApiDialect(PARENT, "envoy", EnvoyGatewayDialect.CONTROLLER, Set.of(), true, true),
            Installations.envoy(true));

    @Test
    void aRuleLeadsNowhereUntilThePolicyIsInForce() {
        Stream.of(PLAIN, TRAEFIK, ENVOY).forEach(dialect -> {
            assertThat(weights(step(dialect, List.of()))).doesNotContain("/orders 1");
            assertThat(weights(step(dialect, said(dialect, "False")))).doesNotContain("/orders 1");
            assertThat(weights(step(dialect, said(dialect, "True")))).contains("/orders 1");
            // Looking alone shows what it will be.
            assertThat(weights(dialect.objects(ROUTE))).contains("/orders 1");
        });
    }

    @Test
    void aShutRuleNamesTheServiceSoThatTheControllerLooksAtThePolicy() {
        assertThat(weights(step(TRAEFIK, List.of()))).contains("/orders 0");

        var filters = routes(step(ENVOY, List.of()))
                .flatMap(route -> route.getSpec().getRules().stream())
                .filter(rule -> rule.getBackendRefs().isEmpty())
                .flatMap(rule -> rule.getFilters().stream())
                .toList();
        assertThat(filters).singleElement().satisfies(filter -> {
            assertThat(filter.getRequestMirror().getBackendRef().getName()).isEqualTo("orders");
            assertThat(filter.getRequestMirror().getPercent()).isZero();
        });
    }

    @Test
    void anEqualPolicyOfAnotherRouteIsAsGood() {
        var other = said(ENVOY, "True").stream()
                .filter(BackendTlsPolicy.class::isInstance)
                .peek(policy -> policy.getMetadata().setName("another"));

        var present = Stream.concat(other, said(ENVOY, "False").stream()).toList();

        assertThat(weights(step(ENVOY, present))).contains("/orders 1");
    }

    @Test
    void onePolicyIsEnoughForSeveralRules() {
        var tls = new BackendTls("orders.internal", new CaCertificate("ca"));
        var route = Routes.plain(Routes.byTls("/orders", tls), Routes.byTls("/stock", tls));

        Stream.of(PLAIN, TRAEFIK, ENVOY)
                .forEach(dialect -> assertThat(dialect.step(route, List.of(), Instant.EPOCH).objects().stream()
                                .filter(BackendTlsPolicy.class::isInstance))
                        .hasSize(1));
    }

    /** Traefik takes the namespace of the policy for that of the Gateway. */
    @ParameterizedTest
    @CsvSource({
        "gateways, public, , IN_FORCE",
        "team-a, public, web, IN_FORCE",
        "gateways, private, , UNSEEN",
        "other, public, , UNSEEN"
    })
    void knowsWhomAStatusSpeaksOf(String namespace, String gateway, String listener, Standing standing) {
        var section = listener == null ? "" : ", sectionName: " + listener;
        var policy = BackendTlsPolicies.of(ROUTE, List.of()).getFirst();
        policy.setStatus(
                status("True", "example.com/c", "namespace: %s, name: %s%s".formatted(namespace, gateway, section)));

        assertThat(policy.standing(PARENT, "example.com/c")).isEqualTo(standing);
        assertThat(policy.standing(PARENT, "example.com/another")).isEqualTo(Standing.UNSEEN);
    }

    private static List<HasMetadata> step(GatewayDialect dialect, List<HasMetadata> present) {
        return dialect.step(ROUTE, present, Instant.EPOCH).objects();
    }

    /** The first step as its controller would have answered it. */
    private static List<HasMetadata> said(GatewayDialect dialect, String accepted) {
        var objects = step(dialect, List.of());
        var status = status(accepted, dialect.controller(), "namespace: gateways, name: public");
        objects.forEach(object -> {
            if (object instanceof BackendTlsPolicy policy) {
                policy.setStatus(status);
            }
        });
        return objects;
    }

    private static PolicyStatus status(String accepted, String controller, String reference) {
        return SERIALIZATION.unmarshal("""
                ---
                ancestors:
                  - controllerName: %s
                    ancestorRef: {group: gateway.networking.k8s.io, kind: Gateway, %s}
                    conditions: [{type: Accepted, status: "%s", reason: Said}]
                """.formatted(controller, reference, accepted), PolicyStatus.class);
    }

    private static List<String> weights(List<HasMetadata> objects) {
        return routes(objects)
                .flatMap(route -> route.getSpec().getRules().stream())
                .flatMap(rule -> rule.getBackendRefs().stream()
                        .map(backend -> rule.getMatches().getFirst().getPath().getValue() + " " + backend.getWeight()))
                .toList();
    }

    private static Stream<HTTPRoute> routes(List<HasMetadata> objects) {
        return objects.stream().filter(HTTPRoute.class::isInstance).map(HTTPRoute.class::cast);
    }
}
