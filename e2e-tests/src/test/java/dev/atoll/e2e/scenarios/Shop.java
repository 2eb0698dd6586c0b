// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The sample shop's API, as customers use it: through the gateway, under the shop's host name. */
final class Shop {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI gateway;
    private final String host;

    Shop(URI gateway, String host) {
        this.gateway = gateway;
        this.host = host;
    }

    /** What the shop answered. */
    record Answer(int status, String body) {
        /** The body as a JSON object. */
        @SuppressWarnings("unchecked")
        Map<String, Object> object() {
            return Serialization.unmarshal(body, Map.class);
        }

        /** The body as a list of JSON objects. */
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> objects() {
            return Serialization.unmarshal(body, List.class);
        }

        /** Whether it is the problem of that name, see the shop's README. */
        boolean isProblem(String type) {
            return status >= 400 && String.valueOf(object().get("type")).endsWith(type);
        }
    }

    String host() {
        return host;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    Answer post(String path, Object body, String... headers) {
        var json = HttpRequest.BodyPublishers.ofString(Serialization.asJson(body));
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(json)
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        // Surefire's configuration lets the host be set (jdk.httpclient.allowRestrictedHeaders).
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Host", host)
                .timeout(LIMIT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling the shop", e);
        }
    }
}
