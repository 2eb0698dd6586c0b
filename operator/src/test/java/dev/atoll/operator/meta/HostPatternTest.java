// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "a.example.com,   a.example.com,   true",
        "a.example.com,   b.example.com,   false",
        "a.example.com,   *.example.com,   false",
        "*.example.com,   a.example.com,   true",
        "*.example.com,   *.example.com,   true",
        "*.example.com,   example.com,     false",
        "*.example.com,   badexample.com,  false",
        "*.example.com,   a.example.org,   false",
        "*.b.example.com, *.example.com,   false"
    })
    void coversItselfAndWhatIsBelowItsAsterisk(String one, String other, boolean covers) {
        assertThat(deep(one).covers(deep(other))).isEqualTo(covers);
        assertThat(flat(one).covers(flat(other))).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({"*.example.com, a.b.example.com", "*.example.com, *.b.example.com"})
    void anAsteriskStandsForSeveralLabelsOnlyWhereItIsDeep(String one, String other) {
        assertThat(deep(one).covers(deep(other))).isTrue();
        assertThat(flat(one).meets(flat(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com, a.example.com, a.example.com",
        "a.example.com, *.example.com, a.example.com",
        "*.b.example.com, *.example.com, *.b.example.com"
    })
    void whatTwoHaveInCommonIsTheNarrowerOne(String one, String other, String common) {
        assertThat(deep(one).meets(deep(other))).isTrue();
        assertThat(deep(one).common(deep(other)).text()).isEqualTo(common);
    }

    @ParameterizedTest
    @CsvSource({"*.example.com, true", "*.b.example.com, false"})
    void ofTwoKindsOfAsteriskTheDeepOneIsTheWiderOne(String text, boolean coversBack) {
        assertThat(deep("*.example.com").covers(flat(text))).isTrue();
        assertThat(flat("*.example.com").covers(deep("*.example.com"))).isFalse();
        assertThat(flat("*.example.com").covers(flat(text))).isEqualTo(coversBack);
    }

    private static HostPattern deep(String text) {
        return new HostPattern(text, true);
    }

    private static HostPattern flat(String text) {
        return new HostPattern(text, false);
    }
}
