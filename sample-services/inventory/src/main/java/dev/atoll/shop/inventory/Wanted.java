// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import dev.atoll.shop.inventory.v1.Line;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a caller wants to reserve: quantities by item, in the order in which items are locked. */
record Wanted(SortedMap<String, Integer> quantities) {
    private static final int MOST_LINES = 50;
    private static final int MOST_OF_ONE = 1_000;

    /**
     * Two lines of one item are one.
     *
     * @throws IllegalArgumentException when nobody can want that; the message says why
     */
    static Wanted of(List<Line> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("a reservation has 1 to " + MOST_LINES + " lines");
        }
        var quantities = new TreeMap<String, Integer>();
        for (var line : lines) {
            if (line.getQuantity() < 1 || line.getQuantity() > MOST_OF_ONE) {
                throw new IllegalArgumentException("a quantity is 1 to " + MOST_OF_ONE + ", not " + line.getQuantity());
            }
            quantities.merge(line.getSku(), line.getQuantity(), Integer::sum);
        }
        return new Wanted(quantities);
    }
}
