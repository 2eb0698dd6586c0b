// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnvoyGatewayDialectTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final Instant ACCEPTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = ACCEPTED.plusSeconds(60);
    private static final EnvoyGatewayDialect DIALECT = dialect(true);
    private static final String KEYS = "auth: {apiKey: {secretName: partners}}";
    private static final String ASKED = "auth: {forward: {service: accounts, responseHeaders: [X-User, X-Roles]}}";

    @Test
    void aNewRouteLeadsNowhereUntilItsPolicyIsAccepted() {
        var route = Routes.plain(Routes.treated("/orders", treatment(KEYS)));

        var first = step(route, List.of());
        assertThat(kinds(first)).containsExactly("HTTPRoute", "SecurityPolicy");
        assertThat(targets(first)).isEmpty();

        assertThat(targets(step(route, said(first, "False")))).isEmpty();
        assertThat(targets(step(route, saidBy(first, "True", "example.com/other", "public"))))
                .isEmpty();
        assertThat(targets(step(route, saidBy(first, "True", EnvoyGatewayDialect.CONTROLLER, "private"))))
                .isEmpty();

        var accepted = step(route, said(first, "True"));
        assertThat(kinds(accepted)).containsExactly("SecurityPolicy", "HTTPRoute");
        assertThat(targets(accepted)).containsExactly("orders");
    }

    @Test
    void everyPolicyOfARuleHasToBeAccepted() {
        var route = Routes.plain(Routes.treated("/orders", treatment(KEYS + "\nrateLimit: {requests: 5}")));
        var first = step(route, List.of());
        var withoutLimit = said(first, "True").stream()
                .filter(object -> !object.getKind().equals("BackendTrafficPolicy"))
                .toList();

        assertThat(targets(step(route, withoutLimit))).isEmpty();
        assertThat(targets(step(route, said(first, "True")))).containsExactly("orders");
    }

    @Test
    void aRouteWhosePolicyIsDeletedIsShutBeforeThePolicyComesAgain() {
        var route = Routes.plain(Routes.treated("/orders", treatment(KEYS)));
        var live = said(step(route, List.of()), "True").stream()
                .filter(object -> object instanceof HTTPRoute)
                .toList();

        var healed = step(route, live);

        assertThat(kinds(healed)).containsExactly("HTTPRoute", "SecurityPolicy");
        assertThat(targets(healed)).isEmpty();
    }

    @Test
    void aPolicyIsOwnedByItsRouteToo() {
        var route = Routes.plain(Routes.treated("/orders", treatment(KEYS)));
        var first = step(route, List.of());
        first.forEach(object -> object.getMetadata().setUid("uid-of-" + object.getKind()));

        var policy = step(route, first).stream()
                .filter(object -> object instanceof SecurityPolicy)
                .findFirst()
                .orElseThrow();

        assertThat(policy.getMetadata().getOwnerReferences())
                .extracting(OwnerReference::getKind, OwnerReference::getUid, OwnerReference::getController)
                .containsExactly(tuple("GatewayRoute", "1", null), tuple("HTTPRoute", "uid-of-HTTPRoute", null));
    }

    @Test
    void noEditMovesARuleToAnotherRoute() {
        var admin = Routes.treated("/admin", treatment(KEYS));
        var orders = Routes.treated("/orders", treatment(KEYS));
        var alone = routes(DIALECT.objects(Routes.plain(orders)));

        assertThat(routes(DIALECT.objects(Routes.plain(admin, orders)))).containsAll(alone);
        assertThat(routes(DIALECT.objects(Routes.plain(orders, admin)))).containsAll(alone);
        assertThat(routes(DIALECT.objects(
                        Routes.plain(Routes.treated("/orders", treatment("auth: {apiKey: {secretName: others}}"))))))
                .isEqualTo(alone);
        // Another kind of check is another route, so that the former one counts until then.
        assertThat(routes(DIALECT.objects(Routes.plain(Routes.treated("/orders", treatment(ASKED))))))
                .doesNotContainAnyElementsOf(alone);
        assertThat(routes(DIALECT.objects(Routes.plain(admin)))).doesNotContainAnyElementsOf(alone);
    }

    @Test
    void whatNeedsNoPolicySharesARoute() {
        var objects = step(Routes.plain(Routes.prefix("/a"), Routes.prefix("/b")), List.of());

        assertThat(kinds(objects)).containsExactly("HTTPRoute");
        assertThat(objects.getFirst().getMetadata().getName()).isEqualTo("shop");
        assertThat(targets(objects)).containsExactly("orders", "orders");
    }

    @Test
    void aClientsOwnHeadersAreTakenFromItWhereAServiceGivesThem() {
        var rules = rules(
                Routes.treated(
                        "/orders",
                        treatment(
                                ASKED
                                        + "\nrequestHeaderModifier: {set: [{name: x-roles, value: none}], add: [{name: X-User, value: a}]}")));

        assertThat(rules).hasSize(3);
        assertThat(rules.get(0))
                .contains("value: \"/orders\"")
                .doesNotContain("remove:")
                .doesNotContain("RegularExpression");
        assertThat(rules.get(1)).contains("name: \"X-User\"", "type: \"RegularExpression\"", "value: \".*\"");
        // What gets a value anyway need not be removed; a name may stand only once.
        assertThat(rules.get(1))
                .contains("name: \"x-roles\"")
                .doesNotContain("remove:")
                .doesNotContain("add:");

        assertThat(rules(Routes.treated("/orders", treatment(ASKED))).get(2))
                .containsSubsequence("requestHeaderModifier:", "remove:", "- \"X-Roles\"", "- \"X-User\"");
    }

    @Test
    void aPreflightBelongsToTheMethodThatItAsksFor() {
        var rule = rules(new RouteRule(
                "/orders",
                PathType.Prefix,
                List.of(HttpMethod.PUT),
                List.of(),
                List.of(),
                false,
                null,
                List.of(Target.inside("orders", "http", 80, 1)),
                Optional.empty(),
                Optional.empty(),
                null,
                treatment("cors: {allowOrigins: [\"*\"]}")));

        assertThat(rule)
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("method: \"PUT\"", "method: \"OPTIONS\"", "Access-Control-Request-Method"));
    }

    @Test
    void whoeverLeavesTheHeaderOutHasALimitToo() {
        var limit = Optional.ofNullable(
                        EnvoyTraffic.of(treatment("rateLimit: {requests: 5, by: Header, header: X-Customer}"))
                                .orElseThrow()
                                .rateLimit())
                .orElseThrow();

        assertThat(Objects.requireNonNull(limit.local()).rules())
                .extracting(rule -> rule.clientSelectors().size())
                .containsExactly(1, 0);
        assertThat(limit.local().rules())
                .extracting(rule -> rule.limit().requests())
                .containsOnly(5);
    }

    @Test
    void withoutItsPoliciesOnlyTheApiIsMissing() {
        assertThat(dialect(false).refusal(Feature.AUTH_JWT)).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.ApiNotInstalled);
            assertThat(refusal.message()).contains("install Envoy Gateway's CRDs");
        });
        assertThat(dialect(false).refusal(Feature.TIMEOUT)).isEmpty();
    }

    @Test
    void connectionsFromBeforeAreDrainedFirst() {
        var route = Routes.plain(Routes.treated("/orders", treatment(KEYS)), Routes.prefix("/"));
        var live = said(step(route, List.of()), "True");

        var early = DIALECT.step(route, live, NOW.minusMillis(1));
        assertThat(early.pending()).hasValue(Duration.ofMillis(1));
        // The rest is published already, and may be open for the very path.
        assertThat(targets(early.objects())).isEmpty();

        var done = DIALECT.step(route, live, NOW);
        assertThat(done.pending()).isEmpty();
        assertThat(targets(done.objects())).containsExactly("orders", "orders");
    }

    @Test
    void whatIsOpenStaysSoWhileItsPolicyChanges() {
        var route = Routes.plain(Routes.treated("/orders", treatment(KEYS)));
        var open = said(step(route, said(step(route, List.of()), "True")), "True");

        assertThat(DIALECT.step(route, open, ACCEPTED).pending()).isEmpty();
        assertThat(targets(DIALECT.step(route, open, ACCEPTED).objects())).containsExactly("orders");
    }

    @Test
    void aRefusedPolicyHoldsUpNothingElse() {
        var route = Routes.plain(Routes.treated("/orders", treatment(KEYS)), Routes.prefix("/"));
        var refused = said(step(route, List.of()), "False");

        assertThat(DIALECT.step(route, refused, NOW).pending()).isEmpty();
        assertThat(targets(step(route, refused))).containsExactly("orders");
    }

    private static List<HasMetadata> step(Route route, List<HasMetadata> present) {
        return DIALECT.step(route, present, NOW).objects();
    }

    private static EnvoyGatewayDialect dialect(boolean hasPolicies) {
        var parent = new RouteParent("gateways", "public", null);
        return EnvoyGatewayDialect.of(
                new GatewayApiDialect(parent, "envoy", EnvoyGatewayDialect.CONTROLLER, Set.of(), true, true),
                Installations.envoy(hasPolicies));
    }

    private static Treatment treatment(String spec) {
        return Treatment.of(
                SERIALIZATION.unmarshal("---\n" + spec, GatewayRouteSpec.class),
                service -> Optional.of(Target.inside(service.service(), "http", 80, 1)));
    }

    /** The same as its controller would have answered it. */
    private static List<HasMetadata> said(List<HasMetadata> objects, String accepted) {
        return saidBy(objects, accepted, EnvoyGatewayDialect.CONTROLLER, "public");
    }

    private static List<HasMetadata> saidBy(
            List<HasMetadata> objects, String accepted, String controller, String gateway) {
        var status =
                SERIALIZATION.unmarshal("""
                ---
                ancestors:
                - ancestorRef: {group: gateway.networking.k8s.io, kind: Gateway, namespace: gateways, name: %s}
                  controllerName: %s
                  conditions: [{type: Accepted, status: '%s', reason: Said, lastTransitionTime: '%s'}]
                """.formatted(gateway, controller, accepted, ACCEPTED), PolicyStatus.class);
        objects.forEach(object -> {
            switch (object) {
                case SecurityPolicy policy -> policy.setStatus(status);
                case BackendTrafficPolicy policy -> policy.setStatus(status);
                default -> {}
            }
        });
        return objects;
    }

    private static List<String> kinds(List<HasMetadata> objects) {
        return objects.stream().map(HasMetadata::getKind).toList();
    }

    private static List<String> routes(List<HasMetadata> objects) {
        return https(objects).map(route -> route.getMetadata().getName()).toList();
    }

    /** The services that requests reach. */
    private static List<String> targets(List<HasMetadata> objects) {
        return https(objects)
                .flatMap(route -> route.getSpec().getRules().stream())
                .flatMap(rule -> rule.getBackendRefs().stream())
                .map(backend -> backend.getName())
                .toList();
    }

    private static List<String> rules(RouteRule rule) {
        return https(DIALECT.objects(Routes.plain(rule)))
                .flatMap(route -> route.getSpec().getRules().stream())
                .map(SERIALIZATION::asYaml)
                .toList();
    }

    private static Stream<HTTPRoute> https(List<HasMetadata> objects) {
        return objects.stream().filter(HTTPRoute.class::isInstance).map(HTTPRoute.class::cast);
    }
}
