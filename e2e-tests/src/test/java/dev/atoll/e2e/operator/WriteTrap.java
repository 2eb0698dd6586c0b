// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An API server's door on loopback, which passes everything on and back, but for one thing: a write that the API server has
 * carried out gets no answer. Who has set the trap is told of it instead, and ends the operator that waits for the answer.
 */
public final class WriteTrap implements AutoCloseable {
    /** What a client says of its own connection, not of its request. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    /** Questions that are asked by POST, and what nobody relies on: events, and the lease of the leader. */
    private static final Pattern CHANGES_NOTHING =
            Pattern.compile("dryRun=All|/(?:events|leases|[a-z]+reviews)(?:[/?]|$)");

    private static final int WATCH_BY_WEB_SOCKET_IS_NOT_OFFERED = 200;

    private final URI apiServer;
    private final HttpClient client;
    private final Consumer<String> onWrite;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private WriteTrap(KubernetesClient admin, Consumer<String> onWrite) throws IOException {
        this.apiServer = URI.create(admin.getConfiguration().getMasterUrl());
        this.client = clientWithoutIdentity(admin.getConfiguration());
        this.onWrite = onWrite;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Opens the door.
     *
     * @param onWrite is told of a write, as in {@code PATCH /api/v1/...}, before anything else happens to its connection
     */
    public static WriteTrap set(KubernetesClient admin, Consumer<String> onWrite) {
        try {
            return new WriteTrap(admin, onWrite);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the operator finds the API server. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Ends all connections. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }

    /** The operator shows its own token; nothing of the administrator's goes with it. */
    private static HttpClient clientWithoutIdentity(Config admin) {
        var trust = new ConfigBuilder(Config.empty())
                .withMasterUrl(admin.getMasterUrl())
                .withCaCertData(admin.getCaCertData())
                .build();
        try {
            return HttpClient.newBuilder()
                    .sslContext(SSLUtils.sslContext(trust))
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the API server's certificate cannot be trusted", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            if ("websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
                // The client takes this for a proxy that cannot do it, and asks again without.
                exchange.sendResponseHeaders(WATCH_BY_WEB_SOCKET_IS_NOT_OFFERED, -1);
                return;
            }
            var response = client.send(request(exchange), BodyHandlers.ofInputStream());
            if (isWrite(exchange) && response.statusCode() / 100 == 2) {
                response.body().close();
                onWrite.accept(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath());
                return;
            }
            passBack(response, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static boolean isWrite(HttpExchange exchange) {
        return !"GET".equals(exchange.getRequestMethod())
                && !CHANGES_NOTHING.matcher(exchange.getRequestURI().toString()).find();
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        var request = HttpRequest.newBuilder(apiServer.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isOfTheMessage(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** As it comes, since a watch has no end. */
    private static void passBack(HttpResponse<InputStream> response, HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        response.headers().map().forEach((name, values) -> {
            if (isOfTheMessage(name)) {
                headers.put(name, values);
            }
        });
        try (var content = response.body()) {
            exchange.sendResponseHeaders(response.statusCode(), 0);
            var out = exchange.getResponseBody();
            var buffer = new byte[8192];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                out.write(buffer, 0, length);
                out.flush();
            }
            out.close();
        }
    }

    private static boolean isOfTheMessage(String header) {
        return !header.startsWith(":") && !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}
