// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An answer through a gateway. A service, which is the actor (see {@code images/actor}), says who it is and what it was
 * sent; an answer without that is the gateway's own.
 */
record GatewayAnswer(int status, Map<String, List<String>> headers, String body) {
    private static final String FROM_A_SERVICE = "actor-version";

    static GatewayAnswer of(HttpResponse<String> response) {
        return new GatewayAnswer(response.statusCode(), response.headers().map(), response.body());
    }

    boolean isFromAService() {
        return headers.containsKey(FROM_A_SERVICE);
    }

    /** Whether a pod of a Microservice gave it. */
    boolean isFrom(String service) {
        return isFromAService() && String.valueOf(content().get("pod")).matches(service + "-[a-z0-9]+-[a-z0-9]+");
    }

    /** Whether it has a header: "Name", or "Name: value" for one with that value. */
    boolean has(String header) {
        return has(headers, header);
    }

    /** The values of a header, of which one line may have several. */
    List<String> values(String header) {
        return split(lines(headers, header));
    }

    /** Whether the service was sent a header. */
    boolean tellsOf(String header) {
        return has(sent(), header);
    }

    /** The values of a header that the service was sent. */
    List<String> sentValues(String header) {
        return split(lines(sent(), header));
    }

    /** The path that the service was asked for. */
    String path() {
        return String.valueOf(content().get("path"));
    }

    private Map<?, ?> content() {
        return body.startsWith("{") ? Serialization.unmarshal(body, Map.class) : Map.of();
    }

    private Map<?, ?> sent() {
        return content().get("headers") instanceof Map<?, ?> sent ? sent : Map.of();
    }

    private static boolean has(Map<?, ?> headers, String header) {
        String[] parts = header.split(":", 2);
        var lines = lines(headers, parts[0]);
        return parts.length == 1 ? !lines.isEmpty() : lines.contains(parts[1].strip());
    }

    private static List<String> lines(Map<?, ?> headers, String name) {
        return headers.entrySet().stream()
                .filter(entry -> name.equalsIgnoreCase(String.valueOf(entry.getKey())))
                .flatMap(entry -> entry.getValue() instanceof List<?> lines ? lines.stream() : Stream.empty())
                .map(String::valueOf)
                .toList();
    }

    private static List<String> split(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }
}
