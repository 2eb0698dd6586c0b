// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used, as Linux counts it (proc(5)).
 *
 * @param cpuSeconds user and system time since its start
 * @param residentMegabytes memory that it holds now, in units of 2^20 bytes
 */
record Usage(double cpuSeconds, double residentMegabytes) {
    private static final double TICKS_A_SECOND = 100;
    private static final double KILOBYTES_A_MEGABYTE = 1024;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    static Usage of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The second field, the program's name, may hold blanks; what follows its bracket may not.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = Double.parseDouble(fields[UTIME]) + Double.parseDouble(fields[STIME]);
            var resident = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("\\D", "");
            return new Usage(ticks / TICKS_A_SECOND, Double.parseDouble(resident) / KILOBYTES_A_MEGABYTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
