// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraefikAddressesTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    @Test
    void whoMayCallIsListedAsItIsWritten() {
        assertThat(TraefikAddresses.of(new ClientIPs(List.of("10.1.2.3/8", "2001:db8::7"), List.of())))
                .containsExactly("10.1.2.3/8", "2001:db8::7");
    }

    @Test
    void whoMayNotCallIsTakenOut() {
        assertThat(TraefikAddresses.of(new ClientIPs(List.of("10.0.0.0/8"), List.of("10.128.0.0/9"))))
                .containsExactly("10.0.0.0/9");
        assertThat(TraefikAddresses.of(new ClientIPs(List.of(), List.of("128.0.0.0/1", "8000::/1"))))
                .containsExactly("0.0.0.0/1", "::/1");
    }

    @Test
    void whereNobodyIsLeftNobodyMayCall() {
        assertThat(TraefikAddresses.of(new ClientIPs(List.of("10.0.0.0/8"), List.of("0.0.0.0/0"))))
                .isEqualTo(TraefikAddresses.NONE);
    }

    /** Addresses that are scattered leave the most ranges: each of an IPv4 address halves the rest up to 32 times. */
    @Test
    void aListThatIsTooLongIsRefused() {
        assertThat(TraefikAddresses.violations(spec(scattered(256))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.reason()).isEqualTo(Reason.FeatureNotSupported);
                    assertThat(violation.field()).isEqualTo("spec.rules[1].clientIPs.deny");
                    assertThat(violation.message()).contains("more than 4096", "name in allow");
                });
        assertThat(TraefikAddresses.violations(spec(scattered(100)))).isEmpty();
    }

    private static String scattered(int number) {
        return IntStream.range(0, number).mapToObj(i -> "%d.1.2.3".formatted(i)).collect(Collectors.joining(", "));
    }

    private static GatewayRouteSpec spec(String denied) {
        return SERIALIZATION.unmarshal("""
                clientIPs: {allow: [10.0.0.0/8]}
                rules:
                  - {path: /a, service: orders}
                  - {path: /b, service: orders, clientIPs: {deny: [%s]}}
                """.formatted(denied), GatewayRouteSpec.class);
    }
}
