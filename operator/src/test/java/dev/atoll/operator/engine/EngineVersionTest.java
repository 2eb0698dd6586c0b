// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineVersionTest {

    @ParameterizedTest
    @CsvSource({"17, 18", "17.2, 17.4", "9.6, 10", "10.9, 10.11", "17.4, 18"})
    void anEarlierVersionIsBeforeALaterOne(String earlier, String later) {
        assertThat(version(earlier).isBefore(version(later))).isTrue();
        assertThat(version(later).isBefore(version(earlier))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"17, 17.4", "17.4, 17", "17.4, 17.4", "10.11, 10.11.3"})
    void aLessExactVersionIsNeitherBeforeNorAfter(String one, String other) {
        assertThat(version(one).isBefore(version(other))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17.", ".1", "latest", "17-alpine", "1.2.3.4", "99999"})
    void anythingElseIsNoVersion(String text) {
        assertThat(EngineVersion.parse(text)).isEmpty();
    }

    @Test
    void isWrittenAsItWasRead() {
        assertThat(version("10.11.3")).hasToString("10.11.3");
        assertThat(version("10.11.3").major()).isEqualTo(10);
    }

    private static EngineVersion version(String text) {
        return EngineVersion.parse(text).orElseThrow();
    }
}
