// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The call by which the sample shop's inventory reserves goods, as {@code inventory.proto} writes it down. */
final class ReserveCall {
    /** Its path. */
    static final String PATH = "/shop.inventory.v1.Inventory/Reserve";

    /** The tag of what has a length, for the fields 1 and 2. */
    private static final int FIRST = 1 << 3 | 2;

    private static final int SECOND = 2 << 3 | 2;
    private static final int QUANTITY = 2 << 3;

    private ReserveCall() {}

    /** A request for one line, in base64. Texts and quantity have to be shorter, and less, than 128. */
    static String request(String reservation, String sku, int quantity) {
        var line = new ByteArrayOutputStream();
        put(line, FIRST, sku.getBytes(StandardCharsets.UTF_8));
        line.write(QUANTITY);
        line.write(quantity);
        var request = new ByteArrayOutputStream();
        put(request, FIRST, reservation.getBytes(StandardCharsets.UTF_8));
        put(request, SECOND, line.toByteArray());
        return Base64.getEncoder().encodeToString(request.toByteArray());
    }

    /** Whether a reply, in base64, says that the goods are reserved. */
    static boolean isReserved(String reply) {
        var message = Base64.getDecoder().decode(reply.strip());
        return message.length > 0 && message[0] == FIRST;
    }

    private static void put(ByteArrayOutputStream to, int tag, byte[] content) {
        to.write(tag);
        to.write(content.length);
        to.writeBytes(content);
    }
}
