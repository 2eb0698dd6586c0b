// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WalSegmentTest {
    private static final long MIB = 1L << 20;

    @Test
    void countsWithinALog() {
        assertThat(WalSegment.next("0000000100000000000000FE", 16 * MIB)).isEqualTo("0000000100000000000000FF");
        assertThat(WalSegment.next("00000002000000000000000F", 16 * MIB)).isEqualTo("000000020000000000000010");
    }

    @Test
    void goesOnInTheNextLogAsTheSizeOfSegmentsSays() {
        assertThat(WalSegment.next("0000000100000000000000FF", 16 * MIB)).isEqualTo("000000010000000100000000");
        assertThat(WalSegment.next("0000000100000000000000FF", MIB)).isEqualTo("000000010000000000000100");
        assertThat(WalSegment.next("00000001000000FF00000003", 1024 * MIB)).isEqualTo("000000010000010000000000");
    }

    @Test
    void tellsSegmentsFromFilesAboutThem() {
        assertThat(WalSegment.isOne("0000000100000000000000FF")).isTrue();
        assertThat(WalSegment.isOne("00000002.history")).isFalse();
        assertThat(WalSegment.isOne("0000000100000000000000FF.00000028.backup")).isFalse();
    }
}
