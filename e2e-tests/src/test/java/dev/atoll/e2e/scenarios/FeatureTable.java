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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code docs/gateway-features.md}, which says of every field of a route what becomes of it at which gateway. */
final class FeatureTable {
    private static final String FILE = "docs/gateway-features.md";
    private static final Pattern LISTED = Pattern.compile("HTTPRoute[A-Za-z0-9]+|GRPCRoute[A-Za-z0-9]*");

    private final List<String> headings;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private FeatureTable(List<String> lines) {
        var cells = lines.stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        headings = cells.getFirst();
        cells.stream().skip(2).forEach(row -> rows.put(row.getFirst().replace("`", ""), row));
    }

    static FeatureTable read() {
        try {
            return new FeatureTable(Files.readAllLines(Checkout.root().resolve(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> fields() {
        return rows.keySet();
    }

    /** What the gateway has to do for a field, as the end of a sentence. */
    String text(String field) {
        return row(field).get(1);
    }

    /**
     * Whether it is written that a gateway does what a field says; otherwise the route has to be refused.
     *
     * @param features what the gateway's class lists as supported, which some cells depend on
     */
    boolean isEnforced(String field, GatewayUnderTest gateway, Set<String> features) {
        String cell = row(field).get(column(gateway));
        if (cell.startsWith("refused")) {
            return false;
        }
        if (!cell.startsWith("enforced")) {
            throw new IllegalStateException(FILE + " says of `" + field + "` neither enforced nor refused: " + cell);
        }
        String condition = cell.split(";", 2)[0];
        return !condition.startsWith("enforced where it is listed")
                || LISTED.matcher(condition).results().allMatch(name -> features.contains(name.group()));
    }

    /** Whether a refusal names the field, and not another one without which it cannot be. */
    boolean isRefusedByItself(String field, GatewayUnderTest gateway) {
        return !row(field).get(column(gateway)).startsWith("refused, as ");
    }

    private int column(GatewayUnderTest gateway) {
        return gateway.columns().stream()
                .map(headings::indexOf)
                .filter(index -> index > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        FILE + " has none of the columns " + gateway.columns() + " but " + headings));
    }

    private List<String> row(String field) {
        return Objects.requireNonNull(
                rows.get(field), () -> FILE + " has no row `" + field + "`; it has " + rows.keySet());
    }
}
