// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Sits on the port of a server that is away, answers nobody, and counts who comes. */
final class NobodyHome implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger visits = new AtomicInteger();

    private NobodyHome(ServerSocket socket) {
        this.socket = socket;
    }

    /** Begins to wait on a port of 127.0.0.1. */
    static NobodyHome on(int port) {
        try {
            var socket = new ServerSocket();
            // Connections of the server that was here may not be over yet.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            var nobody = new NobodyHome(socket);
            Thread.ofVirtual().start(nobody::turnAway);
            return nobody;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many connections were tried so far. */
    int visits() {
        return visits.get();
    }

    private void turnAway() {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                visits.incrementAndGet();
            } catch (IOException e) {
                // The visitor has gone by himself, or the socket is closed.
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
