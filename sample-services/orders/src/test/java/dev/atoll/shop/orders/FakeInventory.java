// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import dev.atoll.shop.inventory.v1.InventoryGrpc;
import dev.atoll.shop.inventory.v1.Line;
import dev.atoll.shop.inventory.v1.Refused;
import dev.atoll.shop.inventory.v1.ReleaseReply;
import dev.atoll.shop.inventory.v1.ReleaseRequest;
import dev.atoll.shop.inventory.v1.ReserveReply;
import dev.atoll.shop.inventory.v1.ReserveRequest;
import dev.atoll.shop.inventory.v1.Reserved;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An inventory in which everything costs one euro and only {@code sold-out} is not there. */
final class FakeInventory extends InventoryGrpc.InventoryImplBase {
    /** The reservations that were made and not released. */
    final Set<String> reserved = ConcurrentHashMap.newKeySet();

    volatile boolean down;

    @Override
    public void reserve(ReserveRequest request, StreamObserver<ReserveReply> answer) {
        if (down) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        answer.onNext(reply(request));
        answer.onCompleted();
    }

    @Override
    public void release(ReleaseRequest request, StreamObserver<ReleaseReply> answer) {
        reserved.remove(request.getReservationId());
        answer.onNext(ReleaseReply.getDefaultInstance());
        answer.onCompleted();
    }

    private ReserveReply reply(ReserveRequest request) {
        if (request.getLinesList().stream().anyMatch(line -> line.getSku().equals("sold-out"))) {
            return ReserveReply.newBuilder()
                    .setRefused(Refused.newBuilder().setReason(Refused.Reason.OUT_OF_STOCK))
                    .build();
        }
        reserved.add(request.getReservationId());
        var total = request.getLinesList().stream().mapToLong(Line::getQuantity).sum() * 100;
        return ReserveReply.newBuilder()
                .setReserved(Reserved.newBuilder().setTotal(total).setCurrency("EUR"))
                .build();
    }
}
