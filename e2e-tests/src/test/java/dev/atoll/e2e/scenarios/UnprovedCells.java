// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the table of features says, but no scenario can try, and why: {@code e2e-tests/scenarios/gateway-unproved.md}. */
final class UnprovedCells {
    static final String FILE = "e2e-tests/scenarios/gateway-unproved.md";

    private UnprovedCells() {}

    /** A field of the table at one gateway. */
    record Cell(String field, GatewayUnderTest gateway) {}

    /** The reason of each. */
    static Map<Cell, String> read() {
        var reasons = new LinkedHashMap<Cell, String>();
        lines().stream().filter(line -> line.startsWith("|")).skip(2).forEach(line -> {
            var parts = Arrays.stream(line.substring(1).split("\\|"))
                    .map(String::strip)
                    .toList();
            reasons.put(new Cell(parts.get(0).replace("`", ""), gateway(parts.get(1))), parts.get(2));
        });
        return reasons;
    }

    private static GatewayUnderTest gateway(String word) {
        return Arrays.stream(GatewayUnderTest.values())
                .filter(gateway -> gateway.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(FILE + " names a gateway " + word + ", which is not tested"));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Checkout.root().resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
