// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import dev.atoll.shop.inventory.v1.InventoryGrpc;
import dev.atoll.shop.inventory.v1.Refused;
import dev.atoll.shop.inventory.v1.ReleaseReply;
import dev.atoll.shop.inventory.v1.ReleaseRequest;
import dev.atoll.shop.inventory.v1.ReserveReply;
import dev.atoll.shop.inventory.v1.ReserveRequest;
import dev.atoll.shop.inventory.v1.Reserved;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.grpc.GrpcService;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Blocking;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Reservations over gRPC; inventory.proto says what the calls mean. */
@GrpcService
public class InventoryGrpcService extends InventoryGrpc.InventoryImplBase {
    private static final int LONGEST_ID = 100;

    private final Stock stock;
    private final MeterRegistry meters;

    InventoryGrpcService(Stock stock, MeterRegistry meters) {
        this.stock = stock;
        this.meters = meters;
    }

    @Override
    @Blocking
    public void reserve(ReserveRequest request, StreamObserver<ReserveReply> answer) {
        answer(answer, request.getReservationId(), () -> {
            var outcome = stock.reserve(request.getReservationId(), Wanted.of(request.getLinesList()));
            count(outcome);
            return reply(outcome);
        });
    }

    @Override
    @Blocking
    public void release(ReleaseRequest request, StreamObserver<ReleaseReply> answer) {
        answer(answer, request.getReservationId(), () -> {
            if (stock.release(request.getReservationId())) {
                meters.counter("shop.reservations", "result", "released").increment();
                Log.info("released a reservation");
            }
            return ReleaseReply.getDefaultInstance();
        });
    }

    /** Answers with a reply or with the status that tells the caller whether to try again. */
    private static <T> void answer(StreamObserver<T> answer, String reservation, Supplier<T> work) {
        MDC.put("reservation", reservation);
        try {
            if (reservation.isBlank() || reservation.length() > LONGEST_ID) {
                throw new IllegalArgumentException("a reservation_id has 1 to " + LONGEST_ID + " characters");
            }
            answer.onNext(work.get());
            answer.onCompleted();
        } catch (IllegalArgumentException e) {
            answer.onError(
                    Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
        } catch (Database.DatabaseFailed e) {
            Log.error("the database failed", e);
            answer.onError(Status.UNAVAILABLE
                    .withDescription("the database of inventory failed; try again")
                    .asRuntimeException());
        } finally {
            MDC.remove("reservation");
        }
    }

    private static ReserveReply reply(Stock.Outcome outcome) {
        var reply = ReserveReply.newBuilder();
        return switch (outcome) {
            case Stock.Outcome.Reserved(var total) ->
                reply.setReserved(Reserved.newBuilder().setTotal(total.amount()).setCurrency(total.currency()))
                        .build();
            case Stock.Outcome.Refused(var reason, var message) ->
                reply.setRefused(Refused.newBuilder().setReason(reason).setMessage(message))
                        .build();
        };
    }

    private void count(Stock.Outcome outcome) {
        var result = switch (outcome) {
            case Stock.Outcome.Reserved _ -> "reserved";
            case Stock.Outcome.Refused refused -> refused.reason().name().toLowerCase(Locale.ROOT);
        };
        meters.counter("shop.reservations", "result", result).increment();
        Log.info("answered a reservation");
    }
}
