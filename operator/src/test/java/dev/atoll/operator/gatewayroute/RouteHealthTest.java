// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.gateway.NginxPolicy;
import dev.atoll.operator.gateway.SecurityPolicy;
import dev.atoll.operator.gatewayroute.RouteHealth.Answer;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteHealthTest {
    private static final String PROGRAMMED = "conditions: [{type: Programmed, status: 'True', reason: Programmed}]";

    @Test
    void anIngressWithoutAddressTellsNothing() {
        var health = RouteHealth.of(List.of(ingress("one", "{ip: 203.0.113.7}"), ingress("two", "")), ingressClass());

        assertThat(health.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(health.reason()).isEqualTo(Reason.AddressPending);
        assertThat(health.message()).contains("Ingress two", "example.com/ingress", "atoll.dev/reports-addresses");
    }

    @Test
    void anIngressWithAddressIsTaken() {
        assertThat(RouteHealth.of(List.of(ingress("one", "{hostname: lb.example.com}")), ingressClass())
                        .answer())
                .isEqualTo(Answer.TRUE);
    }

    @Test
    void aPolicyThatTheControllerDoesNotTakeSpeaksForTheRoute() {
        var policy = Example.read(
                NginxPolicy.class, "{metadata: {name: shop-auth}, status: {state: Invalid, message: no such service}}");
        var taken = Example.read(NginxPolicy.class, "{metadata: {name: shop-cors}, status: {state: Valid}}");
        var ingress = ingress("shop", "{ip: 203.0.113.7}");

        var health = RouteHealth.of(List.of(policy, taken, ingress), ingressClass());

        assertThat(health.answer()).isEqualTo(Answer.FALSE);
        assertThat(health.message()).contains("Policy shop-auth", "no such service");
        assertThat(RouteHealth.of(List.of(taken, ingress), ingressClass()).answer())
                .isEqualTo(Answer.TRUE);
    }

    @Test
    void aRouteIsTakenWhenItsControllerSaysSoOfTheNewestSpec() {
        assertThat(health(route(parent("example.com/c", "public", 2))).answer()).isEqualTo(Answer.TRUE);
    }

    @Test
    void whatWasSaidOfAnEarlierSpecDoesNotCount() {
        var health = health(route(parent("example.com/c", "public", 1)));

        assertThat(health.answer()).isEqualTo(Answer.FALSE);
        assertThat(health.reason()).isEqualTo(Reason.Pending);
    }

    @Test
    void whatAnotherControllerSaysDoesNotCount() {
        assertThat(health(route(parent("example.com/other", "public", 2))).reason())
                .isEqualTo(Reason.Pending);
    }

    @Test
    void whatIsSaidOfAnotherGatewayDoesNotCount() {
        assertThat(health(route(parent("example.com/c", "private", 2))).reason())
                .isEqualTo(Reason.Pending);
    }

    @Test
    void aRouteWithBackendsThatTheControllerDoesNotFindIsNotTaken() {
        var health = health(route("""
                {controllerName: example.com/c,
                 parentRef: {group: gateway.networking.k8s.io, kind: Gateway, namespace: shop, name: public},
                 conditions: [{type: Accepted, status: 'True', reason: Accepted, observedGeneration: 2},
                              {type: ResolvedRefs, status: 'False', reason: BackendNotFound, message: no Service orders}]}
                """));

        assertThat(health.reason()).isEqualTo(Reason.NotAccepted);
        assertThat(health.message()).endsWith("BackendNotFound, no Service orders");
    }

    @Test
    void aGatewayThatIsNotProgrammedServesNobody() {
        var gateway = Example.byGateway(
                "conditions: [{type: Programmed, status: 'False', reason: AddressNotAssigned, message: no address is free}]");

        var health = RouteHealth.of(List.of(route(parent("example.com/c", "public", 2))), gateway);

        assertThat(health.answer()).isEqualTo(Answer.FALSE);
        assertThat(health.message()).contains("AddressNotAssigned, no address is free");
    }

    @Test
    void aPolicyThatNobodyHasLookedAtKeepsTheRouteFromBeingReady() {
        var taken = route(parent("example.com/c", "public", 2));

        var health = RouteHealth.of(List.of(taken, policy("")), Example.byGateway(PROGRAMMED));

        assertThat(health.reason()).isEqualTo(Reason.Pending);
        assertThat(health.message()).contains("SecurityPolicy orders");
        assertThat(RouteHealth.of(List.of(taken, policy(said("True", "Accepted", 1))), Example.byGateway(PROGRAMMED))
                        .reason())
                .isEqualTo(Reason.Pending);
        assertThat(RouteHealth.of(List.of(taken, policy(said("True", "Accepted", 2))), Example.byGateway(PROGRAMMED))
                        .answer())
                .isEqualTo(Answer.TRUE);
    }

    @Test
    void aPolicyThatIsNotTakenIsNamedWithTheRemedyBeforeItsRoute() {
        var pending = route("");

        assertThat(RouteHealth.of(List.of(pending, policy(said("False", "Invalid", 2))), Example.byGateway(PROGRAMMED))
                        .message())
                .contains("does not take SecurityPolicy orders: Invalid", "answered by 500");
        assertThat(RouteHealth.of(
                                List.of(pending, policy(said("False", "Conflicted", 2))), Example.byGateway(PROGRAMMED))
                        .message())
                .contains("delete the other SecurityPolicy");
    }

    private static SecurityPolicy policy(String ancestor) {
        return Example.read(SecurityPolicy.class, """
                kind: SecurityPolicy
                metadata: {name: orders, namespace: shop, generation: 2}
                spec: {}
                status: {ancestors: [%s]}
                """.formatted(ancestor));
    }

    private static String said(String accepted, String reason, int generation) {
        return """
                {controllerName: example.com/c,
                 ancestorRef: {group: gateway.networking.k8s.io, kind: Gateway, namespace: shop, name: public},
                 conditions: [{type: Accepted, status: '%s', reason: %s, observedGeneration: %d}]}
                """.formatted(accepted, reason, generation);
    }

    private static RouteHealth health(HasMetadata child) {
        return RouteHealth.of(List.of(child), Example.byGateway(PROGRAMMED));
    }

    private static Entrance ingressClass() {
        return Example.byClass("example.com/ingress");
    }

    private static Ingress ingress(String name, String address) {
        return Example.read(Ingress.class, """
                kind: Ingress
                metadata: {name: %s}
                status: {loadBalancer: {ingress: [%s]}}
                """.formatted(name, address));
    }

    private static HTTPRoute route(String parent) {
        return Example.read(HTTPRoute.class, """
                kind: HTTPRoute
                metadata: {name: orders, namespace: shop, generation: 2}
                spec: {}
                status: {parents: [%s]}
                """.formatted(parent));
    }

    private static String parent(String controller, String gateway, int generation) {
        return """
                {controllerName: %s, parentRef: {group: gateway.networking.k8s.io, kind: Gateway, namespace: shop, name: %s},
                 conditions: [{type: Accepted, status: 'True', reason: Accepted, observedGeneration: %d}]}
                """.formatted(controller, gateway, generation);
    }
}
