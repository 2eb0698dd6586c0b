// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All IP addresses that begin alike (RFC 4632, RFC 4291).
 *
 * @param width bits of an address: 32 for IPv4, 128 for IPv6
 * @param length how many of the leading bits count
 * @param prefix these bits as a number
 */
record AddressRange(int width, int length, BigInteger prefix) {
    /** Every address. */
    static final List<AddressRange> ALL = List.of(AddressRange.of("0.0.0.0/0"), AddressRange.of("::/0"));

    private static final int IPV4_WIDTH = 32;

    /** The run of zeros that every range ends with, which a text may leave out. */
    private static final Pattern TRAILING_ZEROS = Pattern.compile("(^|:)0(:0)+$");

    /** The range that a text such as 10.0.0.0/8 or 2001:db8::7 stands for; bits behind the length do not count. */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        var bytes = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        int width = bytes.length * Byte.SIZE;
        int length = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
        return new AddressRange(width, length, new BigInteger(1, bytes).shiftRight(width - length));
    }

    /** An address or a range as a range: what has no length gets that of a single address. */
    static String written(String text) {
        return text.indexOf('/') < 0 ? text + "/" + of(text).width() : text;
    }

    /**
     * What is left of some ranges without others.
     *
     * @return ranges of which no two have an address in common; empty where nothing is left
     */
    static List<AddressRange> minus(List<AddressRange> ranges, List<AddressRange> others) {
        return ranges.stream()
                .distinct()
                .filter(range -> ranges.stream().noneMatch(other -> !other.equals(range) && other.contains(range)))
                .flatMap(range -> range.minus(others))
                .toList();
    }

    private Stream<AddressRange> minus(List<AddressRange> others) {
        var inside = others.stream()
                .filter(other -> contains(other) || other.contains(this))
                .toList();
        if (inside.isEmpty()) {
            return Stream.of(this);
        }
        return inside.stream().anyMatch(other -> other.contains(this))
                ? Stream.empty()
                : Stream.of(half(0), half(1)).flatMap(half -> half.minus(inside));
    }

    private AddressRange half(int bit) {
        return new AddressRange(width, length + 1, prefix.shiftLeft(1).add(BigInteger.valueOf(bit)));
    }

    private boolean contains(AddressRange other) {
        return width == other.width
                && length <= other.length
                && prefix.equals(other.prefix.shiftRight(other.length - length));
    }

    /** As it is written: the first address and the length. */
    @Override
    public String toString() {
        var number = prefix.shiftLeft(width - length).toByteArray();
        var bytes = new byte[width / Byte.SIZE];
        // Without the zeros before a number, and without the sign that may stand there.
        int known = Math.min(number.length, bytes.length);
        System.arraycopy(number, number.length - known, bytes, bytes.length - known, known);
        return address(bytes) + "/" + length;
    }

    private String address(byte[] bytes) {
        try {
            var text = InetAddress.getByAddress(bytes).getHostAddress();
            return width == IPV4_WIDTH ? text : TRAILING_ZEROS.matcher(text).replaceFirst("::");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address: " + Arrays.toString(bytes), e);
        }
    }
}
