// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksumTest {

    @Test
    void isTheSameWhateverTheOrder() {
        var one = new LinkedHashMap<String, String>();
        one.put("a", "1");
        one.put("b", "2");
        var other = new LinkedHashMap<String, String>();
        other.put("b", "2");
        other.put("a", "1");

        assertThat(Checksum.of(one)).isEqualTo(Checksum.of(other));
    }

    @Test
    void differsWithEveryKeyAndValue() {
        var content = Map.of("a", "1");

        assertThat(Checksum.of(content))
                .isNotEqualTo(Checksum.of(Map.of("a", "2")))
                .isNotEqualTo(Checksum.of(Map.of("b", "1")))
                .isNotEqualTo(Checksum.of(Map.of("a", "1", "b", "")));
    }

    @Test
    void keepsTheBordersBetweenKeysAndValuesApart() {
        assertThat(Checksum.of(Map.of("ab", "c"))).isNotEqualTo(Checksum.of(Map.of("a", "bc")));
        assertThat(Checksum.of(Map.of("a", "b1:c"))).isNotEqualTo(Checksum.of(Map.of("a", "b", "c", "")));
    }

    /** Pods roll when the value changes; so it may not change with the operator's version. */
    @Test
    void staysWhatItIsFromVersionToVersion() {
        assertThat(Checksum.of(Map.of("application.properties", "a=b\n"))).isEqualTo("2976aaaf0729e7d0");
        assertThat(Checksum.of("text")).isEqualTo("f1245fa645f373b8");
        assertThat(Checksum.of(Map.of())).isEqualTo("e3b0c44298fc1c14");
    }
}
