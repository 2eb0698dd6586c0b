// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * An answer through a gateway. A service, which is the actor (see {@code images/actor}), says who it is and what it was
 * sent; an answer without that is the gateway's own.
 *
 * @param body the text, unpacked if it came compressed
 * @param certificate the gateway's, with TLS
 */
record GatewayAnswer(int status, Map<String, List<String>> headers, String body, Optional<Certificate> certificate) {
    private static final String FROM_A_SERVICE = "actor-version";
    private static final int SHOWN = 2000;

    static GatewayAnswer of(HttpResponse<byte[]> response) {
        boolean isCompressed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        byte[] body = isCompressed ? unpacked(response.body()) : response.body();
        return new GatewayAnswer(
                response.statusCode(),
                response.headers().map(),
                new String(body, StandardCharsets.UTF_8),
                response.sslSession().map(GatewayAnswer::certificate));
    }

    private static byte[] unpacked(byte[] body) {
        // The answer to HEAD, and one without content, have the header alone.
        if (body.length == 0) {
            return body;
        }
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return packed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Certificate certificate(SSLSession session) {
        try {
            return session.getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("a gateway without a certificate", e);
        }
    }

    boolean isFromAService() {
        return headers.containsKey(FROM_A_SERVICE);
    }

    /** Whether a pod of a Microservice gave it. */
    boolean isFrom(String service) {
        return isFromAService() && pod().matches(service + "-[a-z0-9]+-[a-z0-9]+");
    }

    /** The pod that gave it. */
    String pod() {
        return tells("pod");
    }

    /** Whether it has a header: "Name", or "Name: value" for one with that value. */
    boolean has(String header) {
        return has(headers, header);
    }

    /** The lines of a header. */
    List<String> lines(String header) {
        return lines(headers, header);
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

    /** What the service says of the request, such as its "path" or "host". */
    String tells(String what) {
        return String.valueOf(content().get(what));
    }

    @Override
    public String toString() {
        String shown = body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
        return status + " " + headers + " " + shown;
    }

    /** A number of the service's answer; 0 where it names none. */
    long number(String name) {
        return content().get(name) instanceof Number number ? number.longValue() : 0;
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
