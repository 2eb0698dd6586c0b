// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.gateway.RouteParent;
import dev.atoll.operator.gatewayroute.Entrance.ByClass;
import dev.atoll.operator.gatewayroute.Entrance.ByGateway;
import dev.atoll.operator.gatewayroute.Entrance.Served;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayRouteChecksTest {

    @Test
    void aMissingGatewayApiIsNamedWithTheRemedy() {
        var entrance = new ByGateway(
                new RouteParent("shop", "public", null),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Served.NOTHING);

        assertThat(violations("gateway: {name: public}, hosts: [a.example.com], rules: [{service: x}]", entrance))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.reason()).isEqualTo(Reason.ApiNotInstalled);
                    assertThat(violation.text())
                            .startsWith("spec.gateway: the Gateway API")
                            .contains("install its CRDs");
                });
    }

    @Test
    void aGatewayOfTheOwnNamespaceIsMissingForNoOtherReason() {
        var entrance = new ByGateway(
                new RouteParent("shop", "public", null),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Served.NOTHING);

        assertThat(violations("gateway: {name: public}, hosts: [a.example.com], rules: [{service: x}]", entrance))
                .extracting(Violation::message)
                .containsExactly("Gateway shop/public does not exist; create it, or name another");
    }

    @Test
    void whatIsWrongByItselfIsFoundWithoutAGateway() {
        var entrance = new ByClass("web", Optional.empty(), List.of(), true, true);

        assertThat(violations(
                        "className: web, hosts: [a.example.com], rules: [{service: x, headers: [{name: A, value: b}, {name: a,"
                                + " value: c}]}]",
                        entrance))
                .extracting(Violation::reason)
                .containsExactly(Reason.ClassNotFound, Reason.Invalid);
    }

    @Test
    void aClassWithoutControllerIsAPlainOne() {
        var entrance = Example.byClass("''");

        assertThat(violations("className: web, hosts: [a.example.com], timeout: 1s, rules: [{service: x}]", entrance))
                .extracting(Violation::text)
                .containsExactly(
                        "spec.timeout: Atoll cannot tell the controller of IngressClass web to limit the time of an"
                                + " answer; remove it, or use another class");
    }

    @Test
    void aBackendWithoutRequestsAsksForNoWeights() {
        var route = Example.route(
                "shop",
                "className: web, hosts: [a.example.com], rules: [{backends: [{service: x}, {service: y, weight: 0}]}]");

        assertThat(GatewayRouteChecks.check(Example.observed(route, Example.byClass("example.com/c"))))
                .isInstanceOf(Validated.Valid.class);
    }

    private static List<Violation> violations(String spec, Entrance entrance) {
        var validated = GatewayRouteChecks.check(Example.observed(Example.route("shop", spec), entrance));
        assertThat(validated).isInstanceOf(Validated.Invalid.class);
        return ((Validated.Invalid<GatewayRouteModel>) validated).violations();
    }
}
