// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.util.regex.Pattern;

/**
 * The names of the files that a PostgreSQL server's log consists of: timeline, log and segment, as eight hexadecimal digits each.
 * Those of one timeline sort as they were written.
 */
final class WalSegment {
    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
    private static final int DIGITS = 8;
    private static final int HEXADECIMAL = 16;
    private static final long LOG_BYTES = 1L << 32;

    private WalSegment() {}

    /** Whether a file is a segment, and not one of those about it. */
    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The name of the one that follows.
     *
     * @param size of every segment, in bytes
     */
    static String next(String name, long size) {
        long log = Long.parseLong(name.substring(DIGITS, 2 * DIGITS), HEXADECIMAL);
        long segment = Long.parseLong(name.substring(2 * DIGITS), HEXADECIMAL) + 1;
        return segment < LOG_BYTES / size ? name(name, log, segment) : name(name, log + 1, 0);
    }

    private static String name(String former, long log, long segment) {
        return "%s%08X%08X".formatted(former.substring(0, DIGITS), log, segment);
    }
}
