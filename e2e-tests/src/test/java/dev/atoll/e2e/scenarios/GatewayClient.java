// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Sends requests from outside the cluster to where a gateway listens, with and without TLS. Redirects are not followed. */
final class GatewayClient {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int AT_ONCE = 20;

    private final URI plain;
    private final URI tls;
    private final HttpClient client;

    GatewayClient(URI plain, URI tls) {
        this.plain = plain;
        this.tls = tls;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trustingEverybody())
                .build();
    }

    /**
     * A request.
     *
     * @param headers as lines, such as "Accept: text/plain"
     */
    record Wanted(String method, String host, String path, List<String> headers, boolean encrypted) {}

    GatewayAnswer send(Wanted wanted) {
        return send(wanted, 1).getFirst();
    }

    /** Sends a request several times, some of them at once. */
    List<GatewayAnswer> send(Wanted wanted, int times) {
        var request = request(wanted);
        var answers = new ArrayList<GatewayAnswer>();
        try {
            while (answers.size() < times) {
                // All of these are under way before the first is waited for.
                var sent = Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()))
                        .limit(Math.min(AT_ONCE, times - answers.size()))
                        .toList();
                sent.forEach(answer -> answers.add(GatewayAnswer.of(answer.join())));
            }
            return answers;
        } catch (CompletionException e) {
            throw new IllegalStateException(wanted + " was not answered: " + e.getCause(), e);
        }
    }

    private HttpRequest request(Wanted wanted) {
        // Surefire's configuration lets the header "Host" be set (jdk.httpclient.allowRestrictedHeaders).
        var request = HttpRequest.newBuilder((wanted.encrypted() ? tls : plain).resolve(wanted.path()))
                .method(wanted.method(), BodyPublishers.noBody())
                .header("Host", wanted.host())
                .timeout(LIMIT);
        for (String header : wanted.headers()) {
            String[] parts = header.split(":", 2);
            request.header(parts[0], parts[1].strip());
        }
        return request.build();
    }

    /** The certificates of the cluster's gateways are made by themselves, for nobody's loopback address. */
    private static SSLContext trustingEverybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustingEverybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has TLS", e);
        }
    }

    private static final class TrustingEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
