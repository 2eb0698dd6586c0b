// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.gateway.Listeners.Origin;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    @Test
    void aListenerThatSaysNothingAdmitsItsOwnNamespace() {
        var listeners = listeners("{name: http, port: 80, protocol: HTTP}", null);

        assertThat(listeners.admit("HTTPRoute", "gateways")).isTrue();
        assertThat(listeners.admit("HTTPRoute", "shop")).isFalse();
    }

    @Test
    void aSelectorAdmitsByTheLabelsOfTheNamespace() {
        var listener =
                "{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchExpressions:"
                        + " [{key: team, operator: In, values: [a, b]}]}}}}";

        assertThat(listeners(listener, null, Map.of("team", "a")).admit("HTTPRoute", "shop"))
                .isTrue();
        assertThat(listeners(listener, null, Map.of("team", "c")).admit("HTTPRoute", "shop"))
                .isFalse();
    }

    @Test
    void whatALaterVersionAddsAdmitsNobody() {
        var listeners =
                listeners("{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Trusted}}}", null);

        assertThat(listeners.admit("HTTPRoute", "gateways")).isFalse();
    }

    @Test
    void aListenerAdmitsTheKindsThatItNames() {
        var listeners = listeners(
                "{name: http, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{kind: GRPCRoute}], namespaces: {from: All}}}",
                null);

        assertThat(listeners.admit("GRPCRoute", "shop")).isTrue();
        assertThat(listeners.admit("HTTPRoute", "shop")).isFalse();
    }

    @Test
    void aListenerForOtherProtocolsAdmitsNoRoutesOfTheWeb() {
        var listeners =
                listeners("{name: raw, port: 9000, protocol: TCP, allowedRoutes: {namespaces: {from: All}}}", null);

        assertThat(listeners.admit("HTTPRoute", "shop")).isFalse();
    }

    @Test
    void onlyTheNamedListenerCounts() {
        var both = "{name: in, port: 80, protocol: HTTP},"
                + "{name: out, port: 81, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}";

        assertThat(listeners(both, "in").admit("HTTPRoute", "shop")).isFalse();
        assertThat(listeners(both, "out").admit("HTTPRoute", "shop")).isTrue();
        assertThat(listeners(both, "gone").named()).isEmpty();
    }

    @Test
    void aHostIsReachedByHttpsWhereThereIsAChoice() {
        var listeners = listeners(
                "{name: http, port: 80, protocol: HTTP},"
                        + "{name: https, port: 8443, protocol: HTTPS, hostname: '*.example.com'}",
                null);

        assertThat(listeners.origin("a.b.example.com", "HTTPRoute", "gateways"))
                .hasValue(new Origin("https", "a.b.example.com:8443"));
        assertThat(listeners.origin("example.com", "HTTPRoute", "gateways"))
                .hasValue(new Origin("http", "example.com"));
        assertThat(listeners.origin("example.com", "HTTPRoute", "shop")).isEmpty();
    }

    private static Listeners listeners(String listeners, @Nullable String name) {
        return listeners(listeners, name, Map.of());
    }

    private static Listeners listeners(String listeners, @Nullable String name, Map<String, String> labels) {
        var gateway = SERIALIZATION.unmarshal("""
                metadata: {name: public, namespace: gateways}
                spec: {gatewayClassName: envoy, listeners: [%s]}
                """.formatted(listeners), Gateway.class);
        return new Listeners(gateway, name, namespace -> labels);
    }
}
