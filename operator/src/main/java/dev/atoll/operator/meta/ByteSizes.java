// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.util.List;
import java.util.Locale;

/** Numbers of bytes, for people to read. */
public final class ByteSizes {
    private static final int STEP = 1024;
    private static final List<String> UNITS = List.of("", "Ki", "Mi", "Gi", "Ti");

    private ByteSizes() {}

    /** With one digit after the point and a unit as quantities have it: {@code 12.5Mi}. */
    public static String text(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= STEP && unit < UNITS.size() - 1) {
            number /= STEP;
            unit++;
        }
        return unit == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f%s", number, UNITS.get(unit));
    }
}
