// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A GET request from outside the cluster, to where the gateway listens, for the host that the URL names. */
final class GatewayRequest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final URI url;
    private final String host;

    GatewayRequest(URI gateway, String target) {
        URI wanted = URI.create(target);
        this.url = gateway.resolve(wanted.getRawPath());
        this.host = wanted.getHost();
    }

    Seen send(String wanted) {
        // Surefire's configuration lets the header be set (jdk.httpclient.allowRestrictedHeaders).
        var request =
                HttpRequest.newBuilder(url).header("Host", host).timeout(LIMIT).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return Seen.that(
                    answer.statusCode() / 100 == 2 && answer.body().contains(wanted),
                    answer.statusCode() + " " + answer.body());
        } catch (IOException e) {
            return Seen.nothing(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling the gateway", e);
        }
    }
}
