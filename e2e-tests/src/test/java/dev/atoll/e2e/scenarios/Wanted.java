// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request from outside the cluster.
 *
 * @param host whom the gateway is asked for
 * @param path with the query
 * @param headers as lines, such as "Accept: text/plain"
 * @param encrypted whether with TLS
 */
record Wanted(String method, String host, String path, List<String> headers, boolean encrypted, Body body) {

    /**
     * What a request brings.
     *
     * @param bytes how many; none for zero
     * @param inChunks whether their number is kept from the gateway
     */
    record Body(int bytes, boolean inChunks) {
        static final Body NONE = new Body(0, false);
    }

    static Wanted get(String host, String path) {
        return new Wanted("GET", host, path, List.of(), false, Body.NONE);
    }

    /** The same with every placeholder filled in. */
    Wanted filled(Placeholders placeholders) {
        return new Wanted(
                method,
                host,
                placeholders.fill(path),
                headers.stream().map(placeholders::fill).toList(),
                encrypted,
                body);
    }

    /** The same with one header more. */
    Wanted with(String header) {
        var all = Stream.concat(headers.stream(), Stream.of(header)).toList();
        return new Wanted(method, host, path, all, encrypted, body);
    }

    /** The same for another path. */
    Wanted at(String other) {
        return new Wanted(method, host, other, headers, encrypted, body);
    }
}
