// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.shop.inventory.Stock.Outcome;
import dev.atoll.shop.inventory.v1.Line;
import dev.atoll.shop.inventory.v1.Refused.Reason;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reservations against a real PostgreSQL. Every test has items of its own. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StockTest {
    @Inject
    Stock stock;

    @Test
    void takesGoodsOnceForAnId() {
        var sku = item(10, "EUR");

        var first = stock.reserve("once-" + sku, wanted(line(sku, 3)));

        assertThat(first).isEqualTo(new Outcome.Reserved(new Total(300, "EUR")));
        assertThat(stock.reserve("once-" + sku, wanted(line(sku, 3)))).isEqualTo(first);
        assertThat(available(sku)).isEqualTo(7);
    }

    @Test
    void takesAllLinesOrNothing() {
        var plenty = item(10, "EUR");
        var scarce = item(1, "EUR");

        assertThat(reasonOf(stock.reserve("all-" + plenty, wanted(line(plenty, 2), line(scarce, 2)))))
                .isEqualTo(Reason.OUT_OF_STOCK);
        assertThat(available(plenty)).isEqualTo(10);
        assertThat(available(scarce)).isEqualTo(1);
    }

    @Test
    void aRefusedIdMaySucceedLater() {
        var sku = item(0, "EUR");
        stock.reserve("later-" + sku, wanted(line(sku, 1)));

        stock.put(new Item(sku, "Test item", 100, "EUR", 1));

        assertThat(stock.reserve("later-" + sku, wanted(line(sku, 1)))).isInstanceOf(Outcome.Reserved.class);
    }

    @Test
    void refusesUnknownItemsMixedCurrenciesAndReusedIds() {
        var euros = item(10, "EUR");
        var dollars = item(10, "USD");
        stock.reserve("reused-" + euros, wanted(line(euros, 1)));

        assertThat(reasonOf(stock.reserve("unknown-" + euros, wanted(line("no-such-item", 1)))))
                .isEqualTo(Reason.UNKNOWN_ITEM);
        assertThat(reasonOf(stock.reserve("mixed-" + euros, wanted(line(euros, 1), line(dollars, 1)))))
                .isEqualTo(Reason.CURRENCIES_DIFFER);
        assertThat(reasonOf(stock.reserve("reused-" + euros, wanted(line(euros, 2)))))
                .isEqualTo(Reason.ID_REUSED);
        assertThat(available(euros)).isEqualTo(9);
    }

    @Test
    void putsGoodsBackOnce() {
        var sku = item(10, "EUR");
        var other = item(10, "EUR");
        stock.reserve("back-" + sku, wanted(line(sku, 3), line(other, 4)));

        assertThat(stock.release("back-" + sku)).isTrue();
        assertThat(stock.release("back-" + sku)).isFalse();
        assertThat(available(sku)).isEqualTo(10);
        assertThat(available(other)).isEqualTo(10);
    }

    @Test
    void aReservationThatComesAfterItsReleaseTakesNothing() {
        var sku = item(10, "EUR");

        stock.release("late-" + sku);

        assertThat(reasonOf(stock.reserve("late-" + sku, wanted(line(sku, 1))))).isEqualTo(Reason.RELEASED);
        assertThat(available(sku)).isEqualTo(10);
    }

    @Test
    void neverSellsMoreThanThereIsUnderConcurrentCalls() throws InterruptedException, ExecutionException {
        var sku = item(10, "EUR");
        var other = item(100, "EUR");

        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var calls = IntStream.range(0, 20)
                    .<Callable<Outcome>>mapToObj(call ->
                            () -> stock.reserve("crowd-" + sku + "-" + call, wanted(line(sku, 1), line(other, 1))))
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                outcomes.add(call.get());
            }
        }

        assertThat(outcomes).filteredOn(Outcome.Reserved.class::isInstance).hasSize(10);
        assertThat(available(sku)).isZero();
        assertThat(available(other)).isEqualTo(90);
    }

    private String item(int available, String currency) {
        var sku = UUID.randomUUID().toString();
        stock.put(new Item(sku, "Test item", 100, currency, available));
        return sku;
    }

    private int available(String sku) {
        return stock.item(sku).orElseThrow().available();
    }

    private static Wanted wanted(Line... lines) {
        return Wanted.of(List.of(lines));
    }

    private static Line line(String sku, int quantity) {
        return Line.newBuilder().setSku(sku).setQuantity(quantity).build();
    }

    private static Reason reasonOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }
}
