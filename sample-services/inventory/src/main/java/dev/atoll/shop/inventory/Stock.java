// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import dev.atoll.shop.inventory.v1.Refused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The goods. A reservation takes all of its lines or nothing, once for its id. */
@ApplicationScoped
class Stock {
    private final Database database;

    Stock(Database database) {
        this.database = database;
    }

    List<Item> items() {
        return database.transaction(connection -> new Items(connection).all());
    }

    Optional<Item> item(String sku) {
        return database.transaction(connection -> new Items(connection).find(sku));
    }

    void put(Item item) {
        database.transaction(connection -> {
            new Items(connection).put(item);
            return item;
        });
    }

    Outcome reserve(String id, Wanted wanted) {
        return database.transaction(connection -> {
            var reservations = new Reservations(connection);
            if (!reservations.begin(id)) {
                return again(reservations.get(id), wanted);
            }
            var outcome = take(connection, id, wanted);
            if (outcome instanceof Outcome.Refused) {
                // Nothing of it stays, so that the same id may succeed when there are goods again.
                connection.rollback();
            }
            return outcome;
        });
    }

    /** Puts the goods back, once; true when this call did it. */
    boolean release(String id) {
        return database.transaction(connection -> {
            var released = new Reservations(connection).release(id);
            if (released) {
                new Items(connection).putBack(id);
            }
            return released;
        });
    }

    private static Outcome again(Reservations.Kept kept, Wanted wanted) {
        if (kept.released()) {
            return new Outcome.Refused(Reason.RELEASED, "the reservation was released");
        }
        return kept.lines().equals(wanted.quantities())
                ? new Outcome.Reserved(kept.total())
                : new Outcome.Refused(Reason.ID_REUSED, "the reservation's id stands for other lines");
    }

    private static Outcome take(Connection connection, String id, Wanted wanted) throws SQLException {
        var items = new Items(connection);
        var reservations = new Reservations(connection);
        var total = Total.NOTHING;
        for (var line : wanted.quantities().entrySet()) {
            var item = items.take(line.getKey(), line.getValue());
            if (item.isEmpty()) {
                return refusal(items.find(line.getKey()), line.getKey(), line.getValue());
            }
            if (!total.takes(item.get())) {
                return new Outcome.Refused(Reason.CURRENCIES_DIFFER, "the items have prices in different currencies");
            }
            total = total.plus(item.get(), line.getValue());
            reservations.addLine(id, line.getKey(), line.getValue());
        }
        reservations.setTotal(id, total);
        return new Outcome.Reserved(total);
    }

    private static Outcome refusal(Optional<Item> item, String sku, int quantity) {
        return item.map(there -> new Outcome.Refused(
                        Reason.OUT_OF_STOCK,
                        "of " + sku + " " + there.available() + " are left, and " + quantity + " were wanted"))
                .orElseGet(() -> new Outcome.Refused(Reason.UNKNOWN_ITEM, "there is no item " + sku));
    }

    /** What became of a reservation. */
    sealed interface Outcome {
        record Reserved(Total total) implements Outcome {}

        record Refused(Reason reason, String message) implements Outcome {}
    }
}
