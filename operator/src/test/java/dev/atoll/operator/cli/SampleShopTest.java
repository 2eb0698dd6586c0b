// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample shop as its users render it, at each of the gateways that it is written for. */
class SampleShopTest {
    private static final Path SAMPLES = Path.of("../sample-services");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void isTakenAsAWholeByTraefik() {
        render("manifests");

        assertThat(out.toString())
                .contains("kind: Ingress\n", "forwardAuth:", "accessControlAllowOriginList:", "rateLimit:")
                .contains("kind: GRPCRoute\n", "service: shop.inventory.v1.Inventory");
    }

    @Test
    void itsWayInIsTakenByEnvoyGatewayToo() {
        render(
                "manifests/accounts.yaml",
                "manifests/inventory.yaml",
                "manifests/notifications.yaml",
                "manifests/orders.yaml",
                "manifests/payment.yaml",
                "variants");

        assertThat(out.toString())
                .contains("kind: HTTPRoute\n", "kind: BackendTrafficPolicy\n")
                .contains("claimToHeaders:", "header: X-User", "uri: http://accounts.shop.svc");
    }

    private void render(String... files) {
        var arguments = new ArrayList<>(List.of("render", "--namespace", "shop", "--filename"));
        Stream.of(files).map(file -> SAMPLES.resolve(file).toString()).forEach(arguments::add);

        int exitCode = AtollCommand.run(
                new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));

        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.OK);
    }
}
