// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import dev.atoll.shop.inventory.v1.InventoryGrpc.InventoryBlockingStub;
import dev.atoll.shop.inventory.v1.Line;
import dev.atoll.shop.inventory.v1.ReleaseRequest;
import dev.atoll.shop.inventory.v1.ReserveReply;
import dev.atoll.shop.inventory.v1.ReserveRequest;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/** The calls to inventory by gRPC. The order's id is the reservation's, which makes it safe to repeat them. */
@ApplicationScoped
class InventoryCalls {
    private final InventoryBlockingStub inventory;
    private final long deadlineMillis;

    InventoryCalls(
            @GrpcClient("inventory") InventoryBlockingStub inventory,
            @ConfigProperty(name = "orders.inventory-deadline-millis") long deadlineMillis) {
        this.inventory = inventory;
        this.deadlineMillis = deadlineMillis;
    }

    @Retry(maxRetries = 2, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000)
    ReserveReply reserve(UUID order, List<OrderLine> lines) {
        var request = ReserveRequest.newBuilder().setReservationId(order.toString());
        lines.forEach(
                line -> request.addLines(Line.newBuilder().setSku(line.sku()).setQuantity(line.quantity())));
        return withDeadline().reserve(request.build());
    }

    @Retry(maxRetries = 2, delay = 100, jitter = 50)
    void release(UUID order) {
        var request = ReleaseRequest.newBuilder().setReservationId(order.toString());
        var _ = withDeadline().release(request.build());
    }

    /** A gRPC call has no limit but the one that the caller sets, for each call anew. */
    private InventoryBlockingStub withDeadline() {
        return inventory.withDeadlineAfter(deadlineMillis, TimeUnit.MILLISECONDS);
    }
}
