// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other services, as far as orders sees them: real servers on loopback that can be told to fail. */
public final class FakeShop {
    /** Idempotency keys and bodies of the charges that came. */
    final List<String> charges = new CopyOnWriteArrayList<>();

    /** Bodies of the events that were accepted. */
    final List<String> events = new CopyOnWriteArrayList<>();

    /** What accounts would issue. */
    final TestTokens tokens = new TestTokens();

    final FakeInventory inventory = new FakeInventory();

    /** 200 to work; 502 for a charge that was not taken; 503 for an outage that says nothing. */
    volatile int paymentStatus = 200;

    volatile boolean notificationsDown;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;
    private final Server grpc;

    FakeShop() throws IOException {
        http = HttpServer.create(loopback(), 0);
        http.setExecutor(threads);
        http.createContext("/payments", (HttpHandler) this::pay);
        http.createContext("/notifications", (HttpHandler) this::tell);
        http.createContext("/.well-known/jwks.json", (HttpHandler) this::publishKeys);
        http.start();
        grpc = NettyServerBuilder.forAddress(loopback())
                .addService(inventory)
                .build()
                .start();
    }

    int httpPort() {
        return http.getAddress().getPort();
    }

    int grpcPort() {
        return grpc.getPort();
    }

    void behaveWell() {
        paymentStatus = 200;
        notificationsDown = false;
        inventory.down = false;
    }

    void stop() {
        http.stop(0);
        grpc.shutdownNow();
        threads.shutdownNow();
    }

    /** As strict as accounts: it has JSON for those who ask for JSON. */
    private void publishKeys(HttpExchange exchange) throws IOException {
        var json = "application/json".equals(exchange.getRequestHeaders().getFirst("Accept"));
        answer(exchange, json ? 200 : 406, json ? tokens.keySet() : "{}");
    }

    private void pay(HttpExchange exchange) throws IOException {
        var charge = body(exchange);
        charges.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + charge);
        var status = charge.contains("card-declined") ? "DECLINED" : "CAPTURED";
        answer(exchange, paymentStatus, "{\"id\": \"p-1\", \"status\": \"" + status + "\"}");
    }

    private void tell(HttpExchange exchange) throws IOException {
        var event = body(exchange);
        if (!notificationsDown) {
            events.add(event);
        }
        answer(exchange, notificationsDown ? 503 : 201, "{}");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
