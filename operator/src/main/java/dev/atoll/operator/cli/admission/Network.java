// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses, such as {@code 203.0.113.0/24}.
 *
 * @param address any address of it
 * @param length number of leading bits that its addresses share
 */
record Network(InetAddress address, int length) {
    private static final Pattern V4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** The network that a text means, or nothing. */
    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        var length = text.substring(slash + 1);
        if (slash < 0 || !length.matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        return address(text.substring(0, slash))
                .map(address -> new Network(address, Integer.parseInt(length)))
                .filter(network -> network.length() <= network.bits());
    }

    /** The address that a text means, or nothing; names are never looked up. */
    static Optional<InetAddress> address(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same network with its first address. */
    Network masked() {
        var bytes = address.getAddress();
        for (int bit = length; bit < bits(); bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        try {
            return new Network(InetAddress.getByAddress(bytes), length);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of as many bytes as before", e);
        }
    }

    String text() {
        return address.getHostAddress() + "/" + length;
    }

    private int bits() {
        return address.getAddress().length * Byte.SIZE;
    }
}
