// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;

/**
 * An error as RFC 9457 writes it, with what to do about it.
 *
 * @param type the short name of this kind of error, the last part of the problem's type
 * @param detail what is wrong, as a sentence
 */
record Problem(int status, String type, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** The answer to the caller, with what the caller can do. */
    Response remedy(String remedy) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:shop:problem:" + type);
        body.put("title", type.replace('-', ' '));
        body.put("status", status);
        body.put("detail", detail);
        body.put("remedy", remedy);
        return Response.status(status).type(MEDIA_TYPE).entity(body).build();
    }
}
