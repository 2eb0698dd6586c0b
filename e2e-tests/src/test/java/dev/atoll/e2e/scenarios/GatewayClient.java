// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;

/**
 * Sends requests from outside the cluster to where a gateway listens, with and without TLS, by HTTP/1.1. Redirects are not
 * followed.
 */
final class GatewayClient {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int AT_ONCE = 20;

    private final URI plain;
    private final URI tls;
    private final HttpClient client = builder().build();

    GatewayClient(URI plain, URI tls) {
        this.plain = plain;
        this.tls = tls;
    }

    GatewayAnswer send(Wanted wanted) {
        return send(List.of(wanted)).getFirst();
    }

    /** Sends several requests, some of them at once. */
    List<GatewayAnswer> send(List<Wanted> all) {
        var answers = new ArrayList<GatewayAnswer>();
        try {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                // All of these are under way before the first is waited for.
                var sent = all.subList(from, Math.min(from + AT_ONCE, all.size())).stream()
                        .map(wanted -> client(wanted).sendAsync(request(wanted), BodyHandlers.ofByteArray()))
                        .toList();
                sent.forEach(answer -> answers.add(GatewayAnswer.of(answer.join())));
            }
            return answers;
        } catch (CompletionException e) {
            throw new IllegalStateException(all.getFirst() + " was not answered: " + e.getCause(), e);
        }
    }

    /**
     * An answer that has begun, and is read line by line. Closing it tells the gateway that nobody listens any more.
     *
     * @param status known before the first line
     */
    record Begun(int status, BufferedReader lines) implements AutoCloseable {
        @Override
        public void close() {
            try {
                lines.close();
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends a request, and returns when its answer begins. */
    Begun begin(Wanted wanted) {
        try {
            var response = client(wanted)
                    .sendAsync(request(wanted), BodyHandlers.ofInputStream())
                    .join();
            return new Begun(
                    response.statusCode(),
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        } catch (CompletionException e) {
            throw new IllegalStateException(wanted + " was not answered: " + e.getCause(), e);
        }
    }

    /** Opens a WebSocket, sends a text, and returns the first text that comes back. */
    String talk(String host, String path, String text) {
        var heard = new CompletableFuture<String>();
        var socket = client.newWebSocketBuilder()
                .header("Host", host)
                .connectTimeout(LIMIT)
                .buildAsync(
                        URI.create("ws" + plain.resolve(path).toString().substring("http".length())), new Ear(heard))
                .join();
        socket.sendText(text, true).join();
        String answer = heard.orTimeout(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        return answer;
    }

    private record Ear(CompletableFuture<String> heard) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.complete(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.completeExceptionally(new IllegalStateException("closed: " + status + " " + reason));
            return WebSocket.Listener.super.onClose(socket, status, reason);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.completeExceptionally(error);
        }
    }

    private HttpRequest request(Wanted wanted) {
        // Surefire's configuration lets the header "Host" be set (jdk.httpclient.allowRestrictedHeaders).
        var request = HttpRequest.newBuilder((wanted.encrypted() ? tls : plain).resolve(wanted.path()))
                .method(wanted.method(), publisher(wanted.body()))
                .header("Host", wanted.host())
                .timeout(LIMIT);
        for (String header : wanted.headers()) {
            String[] parts = header.split(":", 2);
            request.header(parts[0], parts[1].strip());
        }
        return request.build();
    }

    private static BodyPublisher publisher(Wanted.Body body) {
        var publisher = BodyPublishers.ofByteArray(new byte[body.bytes()]);
        return body.inChunks() ? BodyPublishers.fromPublisher(publisher) : publisher;
    }

    /**
     * With TLS, a gateway is told the host before it shows a certificate; the address says nothing of it. A connection that
     * is kept would show the certificate from before, so each request has a client of its own.
     */
    private HttpClient client(Wanted wanted) {
        return wanted.encrypted() ? withServerName(wanted.host()) : client;
    }

    private static HttpClient withServerName(String host) {
        var parameters = new SSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        return builder().sslParameters(parameters).build();
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(TrustingEverybody.context());
    }
}
