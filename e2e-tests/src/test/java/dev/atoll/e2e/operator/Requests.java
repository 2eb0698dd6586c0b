// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.e2e.cluster.ControlPlane;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What the operator has asked of the API server since a moment, counted from the audit log. */
public final class Requests {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete", "deletecollection");

    private final ControlPlane controlPlane;
    private final long start;

    private Requests(ControlPlane controlPlane, long start) {
        this.controlPlane = controlPlane;
        this.start = start;
    }

    /** Counts from now on. */
    public static Requests since(ControlPlane controlPlane) {
        return new Requests(controlPlane, controlPlane.auditLog().toFile().length());
    }

    /** The writes so far: verb, kind and name of each. */
    public List<String> writes() {
        return all().stream()
                .filter(request -> WRITES.contains(verb(request)))
                .map(Requests::text)
                .toList();
    }

    /** The requests so far that are neither writes nor watches: gets and lists. */
    public List<String> reads() {
        return all().stream()
                .filter(request -> !WRITES.contains(verb(request)) && !"watch".equals(verb(request)))
                .map(Requests::text)
                .toList();
    }

    /** All requests so far; a watch counts once, when it begins. */
    public List<JsonNode> all() {
        try (var file = new RandomAccessFile(controlPlane.auditLog().toFile(), "r")) {
            file.seek(start);
            byte[] rest = new byte[(int) (file.length() - start)];
            file.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8)
                    .lines()
                    .map(Requests::parse)
                    .filter(Requests::isOperator)
                    .filter(request ->
                            !"ResponseStarted".equals(request.path("stage").asText()) || "watch".equals(verb(request)))
                    .filter(request -> !"watch".equals(verb(request))
                            || "ResponseStarted".equals(request.path("stage").asText()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOperator(JsonNode request) {
        return request.path("user")
                .path("username")
                .asText()
                .equals("system:serviceaccount:" + Chart.NAMESPACE + ":" + Chart.SERVICE_ACCOUNT);
    }

    private static String verb(JsonNode request) {
        return request.path("verb").asText();
    }

    private static String text(JsonNode request) {
        var object = request.path("objectRef");
        var subresource = object.path("subresource").asText();
        return verb(request) + " " + object.path("resource").asText()
                + (subresource.isEmpty() ? "" : "/" + subresource) + " "
                + object.path("namespace").asText() + "/" + object.path("name").asText() + " "
                + request.path("responseStatus").path("code").asText();
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            // The last line may be half written.
            return MAPPER.createObjectNode();
        }
    }
}
