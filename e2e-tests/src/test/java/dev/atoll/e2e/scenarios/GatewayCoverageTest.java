// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether what the table of features says of the gateways under test is held against them, which is seen without a cluster. */
class GatewayCoverageTest {
    private final FeatureTable table = FeatureTable.read();
    private final List<Set<String>> scenarios = NeededFields.ofAllScenarios();
    private final Set<UnprovedCells.Cell> unproved = UnprovedCells.read().keySet();

    @Test
    void triesEveryCellThatSaysEnforced() {
        var missing = new ArrayList<UnprovedCells.Cell>();
        for (String field : table.fields()) {
            for (GatewayUnderTest gateway : GatewayUnderTest.values()) {
                var cell = new UnprovedCells.Cell(field, gateway);
                if (isEnforced(cell) && !isTried(cell) && !unproved.contains(cell)) {
                    missing.add(cell);
                }
            }
        }
        assertThat(missing)
                .as(
                        "the table says 'enforced', but no scenario of a folder gateway-* needs it there; add one, or say in %s why"
                                + " it cannot be tried",
                        UnprovedCells.FILE)
                .isEmpty();
    }

    @Test
    void saysOfNothingThatIsTriedThatItCannotBe() {
        assertThat(unproved).allSatisfy(cell -> {
            assertThat(isEnforced(cell))
                    .as("the table says enforced of %s", cell)
                    .isTrue();
            assertThat(isTried(cell)).as("a scenario tries %s", cell).isFalse();
        });
    }

    @Test
    void needsOnlyFieldsOfTheTable() {
        var needed = new TreeSet<String>();
        scenarios.forEach(needed::addAll);
        assertThat(table.fields()).containsAll(needed);
    }

    private boolean isEnforced(UnprovedCells.Cell cell) {
        return table.isEnforced(cell.field(), cell.gateway(), Set.of());
    }

    /** Of a scenario that needs something else too which the gateway has not, only the refusal is tried. */
    private boolean isTried(UnprovedCells.Cell cell) {
        return scenarios.stream()
                .filter(needed -> needed.contains(cell.field()))
                .anyMatch(
                        needed -> needed.stream().allMatch(field -> table.isEnforced(field, cell.gateway(), Set.of())));
    }
}
