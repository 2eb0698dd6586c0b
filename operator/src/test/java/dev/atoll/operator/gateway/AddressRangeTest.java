// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "10.1.2.3/8, 10.0.0.0/8",
        "192.0.2.7, 192.0.2.7/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "255.255.255.255, 255.255.255.255/32",
        "2001:db8::/32, 2001:db8::/32",
        "2001:DB8::7/32, 2001:db8::/32",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7/128",
        "8000::/1, 8000::/1",
        "::/0, ::/0",
    })
    void aTextIsARange(String text, String range) {
        assertThat(AddressRange.of(text)).hasToString(range);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.7/32", "2001:db8::7, 2001:db8::7/128", "10.1.2.3/8, 10.1.2.3/8"})
    void aSingleAddressIsWrittenAsARange(String text, String range) {
        assertThat(AddressRange.written(text)).isEqualTo(range);
    }

    @Test
    void anAddressLeavesItsNeighboursOfEveryLength() {
        assertThat(minus(List.of("10.0.0.0/29"), List.of("10.0.0.5")))
                .containsExactly("10.0.0.0/30", "10.0.0.4/32", "10.0.0.6/31");
        assertThat(minus(List.of("2001:db8::/127"), List.of("2001:db8::1"))).containsExactly("2001:db8::/128");
        assertThat(AddressRange.minus(AddressRange.ALL, ranges("192.0.2.7"))).hasSize(32 + 1);
        assertThat(AddressRange.minus(AddressRange.ALL, ranges("2001:db8::7"))).hasSize(128 + 1);
    }

    @Test
    void nothingIsLeftOfWhatIsAllTakenAway() {
        assertThat(minus(List.of("10.0.0.0/8", "10.1.0.0/16"), List.of("10.0.0.0/7")))
                .isEmpty();
        assertThat(minus(List.of("10.0.0.0/8"), List.of("10.0.0.0/9", "10.128.0.0/9")))
                .isEmpty();
        assertThat(AddressRange.minus(AddressRange.ALL, AddressRange.ALL)).isEmpty();
    }

    @Test
    void whatLiesElsewhereTakesNothingAway() {
        assertThat(minus(List.of("10.0.0.0/8"), List.of("11.0.0.0/8", "::/0"))).containsExactly("10.0.0.0/8");
        assertThat(minus(List.of("a00::/8"), List.of("10.0.0.0/8"))).containsExactly("a00::/8");
    }

    @Test
    void whatIsNamedTwiceIsLeftOnce() {
        assertThat(minus(List.of("10.0.0.0/8", "10.9.0.0/16", "10.0.0.1/8"), List.of("11.0.0.0/8")))
                .containsExactly("10.0.0.0/8");
    }

    /** Every address of a small space, against the definition of a difference. */
    @Test
    void anAddressIsLeftIfItIsInTheOnesAndNotInTheOthers() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var ones = some(random);
            var others = some(random);
            var left = AddressRange.minus(ones, others);
            for (int last = 0; last < 256; last++) {
                int address = last;
                assertThat(left.stream().filter(range -> has(range, address)))
                        .as("%s without %s, at %d", ones, others, address)
                        .hasSize(has(ones, address) && !has(others, address) ? 1 : 0);
            }
        }
    }

    private static List<AddressRange> some(Random random) {
        return IntStream.range(0, random.nextInt(1, 5))
                .mapToObj(i -> AddressRange.of("192.0.2.%d/%d".formatted(random.nextInt(256), random.nextInt(24, 33))))
                .toList();
    }

    private static boolean has(List<AddressRange> ranges, int last) {
        return ranges.stream().anyMatch(range -> has(range, last));
    }

    private static boolean has(AddressRange range, int last) {
        var address = BigInteger.valueOf(0xC0000200L + last);
        return address.shiftRight(32 - range.length()).equals(range.prefix());
    }

    private static List<String> minus(List<String> ranges, List<String> others) {
        return AddressRange.minus(ranges(ranges.toArray(String[]::new)), ranges(others.toArray(String[]::new))).stream()
                .map(AddressRange::toString)
                .toList();
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
