// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was seen of each field at each gateway, as a table: {@code e2e-tests/target/gateway-cells.txt}. */
final class GatewayCells {
    private static final Path FILE = Checkout.root().resolve("e2e-tests/target/gateway-cells.txt");
    private static final Map<String, Map<GatewayUnderTest, Cell>> SEEN = new TreeMap<>();

    private GatewayCells() {}

    /** What counts most comes last: a scenario that is refused says nothing of the fields that are not why. */
    enum Cell {
        REFUSED("refused"),
        ENFORCED("enforced"),
        FAILED("FAILED");

        private final String text;

        Cell(String text) {
            this.text = text;
        }
    }

    /**
     * Notes the end of a scenario.
     *
     * @param field of the table, or the scenario's name where it needs nothing that some gateway has not
     */
    static synchronized void note(String field, GatewayUnderTest gateway, Cell cell) {
        SEEN.computeIfAbsent(field, missing -> new EnumMap<>(GatewayUnderTest.class))
                .merge(gateway, cell, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /**
     * Writes what has been seen until now.
     *
     * @param fields all those of the table
     */
    static synchronized void write(Collection<String> fields) {
        var rows = new LinkedHashSet<>(fields);
        rows.addAll(SEEN.keySet());
        var unproved = UnprovedCells.read();
        var lines = new ArrayList<String>();
        for (String row : rows) {
            var cells = new ArrayList<String>();
            cells.add(row);
            for (GatewayUnderTest gateway : GatewayUnderTest.values()) {
                Cell cell = SEEN.getOrDefault(row, Map.of()).get(gateway);
                String reason = unproved.get(new UnprovedCells.Cell(row, gateway));
                cells.add(gateway.word() + ": " + (reason == null ? text(cell) : "not tried: " + reason));
            }
            lines.add(String.join(" | ", cells));
        }
        write(lines);
    }

    private static String text(@Nullable Cell cell) {
        return cell == null ? "not tried" : cell.text;
    }

    private static void write(List<String> lines) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
