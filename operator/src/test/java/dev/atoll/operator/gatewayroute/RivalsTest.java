// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import org.junit.jupiter.api.Test;

class RivalsTest {
    private final GatewayRoute byClass = route("className: web");
    private final GatewayRoute byGateway = route("gateway: {name: public, namespace: gateways}");

    @Test
    void routesOfOneClassAreRivals() {
        assertThat(Rivals.are(byClass, route("className: web"))).isTrue();
        assertThat(Rivals.are(byClass, route("className: other"))).isFalse();
        assertThat(Rivals.are(byClass, byGateway)).isFalse();
    }

    @Test
    void routesOfOneGatewayAreRivalsUnlessTheirListenersDiffer() {
        var https = route("gateway: {name: public, namespace: gateways, listener: https}");
        var http = route("gateway: {name: public, namespace: gateways, listener: http}");

        assertThat(Rivals.are(byGateway, https)).isTrue();
        assertThat(Rivals.are(http, https)).isFalse();
        assertThat(Rivals.are(byGateway, route("gateway: {name: public}"))).isFalse();
    }

    @Test
    void routesWithoutACommonHostAreNoRivals() {
        assertThat(Rivals.are(byClass, Example.route("other", "className: web, hosts: [b.example.com], rules: []")))
                .isFalse();
    }

    private static GatewayRoute route(String entrance) {
        return Example.route("shop", entrance + ", hosts: [a.example.com], rules: []");
    }
}
