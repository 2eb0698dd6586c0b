// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalHostsTest {

    @ParameterizedTest
    @CsvSource({
        "'*.payments.example', api.payments.example, true",
        "'*.payments.example', eu.api.payments.example, true",
        "'*.payments.example', payments.example, false",
        "'*.payments.example', api.mypayments.example, false",
        "'a.example , b.example', b.example, true",
        "'a.example,,', a.example, true",
        "'*', a.example, true",
        "'*payments.example', api.mypayments.example, false",
        "'https://a.example', a.example, false",
        "'a.example', b.a.example, false",
        "'*.com', example.org, false"
    })
    void aServerIsAllowedWhereANameOrWhatIsAboveItIsListed(String listed, String hostname, boolean isAllowed) {
        var hosts = ExternalHosts.read(listed);

        // Where none is left, the feature is refused as a whole.
        boolean isRefused = hosts.refusal("example.com/controller").isPresent()
                || hosts.violations(leadingTo(hostname)).findAny().isPresent();
        assertThat(isRefused).isEqualTo(!isAllowed);
    }

    @Test
    void whereNothingIsListedTheFeatureIsRefused() {
        assertThat(ExternalHosts.read(" , ").refusal("example.com/controller")).isPresent();
        assertThat(ExternalHosts.read("a.example").refusal("example.com/controller"))
                .isEmpty();
    }

    private static GatewayRouteSpec leadingTo(String hostname) {
        return Serialization.unmarshal(
                "hosts: [shop.example.com]\nclassName: web\nrules: [{external: {hostname: %s}}]".formatted(hostname),
                GatewayRouteSpec.class);
    }
}
