// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.e2e.cluster.ControlPlane;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the operator has asked of the API server since a moment, counted from the audit log. */
public final class Requests {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete", "deletecollection");

    /** The code of an answer to a request that created an object. */
    public static final int CREATED = 201;

    private final ControlPlane controlPlane;
    private final List<JsonNode> requests = new ArrayList<>();
    private long position;

    private Requests(ControlPlane controlPlane, long start) {
        this.controlPlane = controlPlane;
        this.position = start;
    }

    /** Counts from now on. */
    public static Requests since(ControlPlane controlPlane) {
        return new Requests(controlPlane, controlPlane.auditLog().toFile().length());
    }

    /** The writes so far: verb, kind, name and answer of each. */
    public List<String> writes() {
        return all().stream()
                .filter(request -> WRITES.contains(verb(request)))
                .map(Requests::text)
                .toList();
    }

    /** The writes so far of the operators with that user agent. */
    public List<String> writesBy(String userAgent) {
        return all().stream()
                .filter(request -> WRITES.contains(verb(request)))
                .filter(request -> userAgent.equals(request.path("userAgent").asText()))
                .map(Requests::text)
                .toList();
    }

    /** The requests so far that the API server has answered with a code, such as 403. */
    public List<String> answeredWith(int code) {
        return all().stream()
                .filter(request -> request.path("responseStatus").path("code").asInt() == code)
                .map(Requests::text)
                .toList();
    }

    /** Number of objects created so far. */
    public long created() {
        return all().stream()
                .filter(request -> request.path("responseStatus").path("code").asInt() == CREATED)
                .count();
    }

    /** The requests so far that are neither writes nor watches: gets and lists of objects. */
    public List<String> reads() {
        return all().stream()
                .filter(request -> !WRITES.contains(verb(request)) && !"watch".equals(verb(request)))
                .filter(request -> !isDiscovery(request))
                .map(Requests::text)
                .toList();
    }

    /** All requests so far; a watch counts once, when it begins. */
    public synchronized List<JsonNode> all() {
        try (var file = new RandomAccessFile(controlPlane.auditLog().toFile(), "r")) {
            file.seek(position);
            byte[] rest = new byte[(int) (file.length() - position)];
            file.readFully(rest);
            var text = new String(rest, StandardCharsets.UTF_8);
            // The last line may be half written; it is read again next time.
            var lines = text.substring(0, text.lastIndexOf('\n') + 1);
            position += lines.getBytes(StandardCharsets.UTF_8).length;
            lines.lines().map(Requests::parse).filter(Requests::counts).forEach(requests::add);
            return List.copyOf(requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a watch the beginning counts, of everything else the end. */
    private static boolean counts(JsonNode request) {
        var stage = "watch".equals(verb(request)) ? "ResponseStarted" : "ResponseComplete";
        return isOperator(request) && stage.equals(request.path("stage").asText());
    }

    private static boolean isOperator(JsonNode request) {
        return request.path("user")
                .path("username")
                .asText()
                .equals("system:serviceaccount:" + Chart.NAMESPACE + ":" + Chart.SERVICE_ACCOUNT);
    }

    /** Whether it asks which kinds an optional API has: by the clock, so it may or may not fall into what is measured. */
    private static boolean isDiscovery(JsonNode request) {
        return request.path("objectRef").isMissingNode()
                && request.path("requestURI").asText().startsWith("/apis/");
    }

    private static String verb(JsonNode request) {
        return request.path("verb").asText();
    }

    private static String text(JsonNode request) {
        var object = request.path("objectRef");
        if (object.isMissingNode()) {
            return verb(request) + " " + request.path("requestURI").asText() + " "
                    + request.path("responseStatus").path("code").asText();
        }
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
            throw new UncheckedIOException("not a line of an audit log: " + line, e);
        }
    }
}
