// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.shop.orders.Order.Reason;
import dev.atoll.shop.orders.Order.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders as they are stored. Each method is a transaction of its own. */
@ApplicationScoped
class Orders {
    private static final String COLUMNS = "id, customer, request, state, reason, total, currency, told";
    private static final int MOST = 100;

    private final Database database;
    private final ObjectMapper json;

    Orders(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The order of this customer and key: a new pending one, or the one that there is. */
    Stored begin(String customer, String key, OrderRequest request) {
        return database.transaction(connection -> {
            var insert = "insert into customer_order (id, customer, idempotency_key, request, state)"
                    + " values (?, ?, ?, ?::jsonb, 'PENDING') on conflict (customer, idempotency_key) do nothing";
            update(connection, insert, UUID.randomUUID(), customer, key, write(request));
            var where = "where customer = ? and idempotency_key = ?";
            return select(connection, where, customer, key).getFirst();
        });
    }

    /** An order of this customer: nobody sees those of others. */
    Optional<Order> find(String customer, UUID id) {
        return database.transaction(
                connection -> select(connection, "where customer = ? and id = ?", customer, id).stream()
                        .map(Stored::order)
                        .findFirst());
    }

    /** The last orders of this customer, the newest first. */
    List<Order> newestOf(String customer) {
        var where = "where customer = ? order by created_at desc limit " + MOST;
        return database.transaction(connection ->
                select(connection, where, customer).stream().map(Stored::order).toList());
    }

    /** Ends a pending order. Where two worked at it, the first to say how it ended is right; the order as it is. */
    Stored end(UUID id, Ending ending) {
        return database.transaction(connection -> {
            var sql = "update customer_order set state = ?, reason = ?, total = ?, currency = ?, payment = ?"
                    + " where id = ? and state = 'PENDING'";
            update(
                    connection,
                    sql,
                    ending.state().name(),
                    ending.reason().name(),
                    ending.total(),
                    ending.currency(),
                    ending.payment(),
                    id);
            return select(connection, "where id = ?", id).getFirst();
        });
    }

    void markTold(UUID id) {
        database.transaction(
                connection -> update(connection, "update customer_order set told = true where id = ?", id));
    }

    /** Claims some orders that nobody has worked at for a while: another caller does not get them for as long. */
    List<Stored> claimUnfinished(Duration untouched) {
        var claim = """
                where id in (
                  select id from customer_order
                  where (state = 'PENDING' or not told) and tried_at <= now() - make_interval(secs => ?)
                  order by tried_at limit 20 for update skip locked)
                """;
        return database.transaction(connection -> {
            try (var statement = connection.prepareStatement(
                    "update customer_order set tried_at = now() " + claim + " returning " + COLUMNS)) {
                set(statement, (double) untouched.toSeconds());
                return read(statement);
            }
        });
    }

    /** How many orders are neither placed nor rejected. */
    long pending() {
        return database.transaction(connection -> {
            try (var statement =
                            connection.prepareStatement("select count(*) from customer_order where state = 'PENDING'");
                    var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private List<Stored> select(Connection connection, String where, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement("select " + COLUMNS + " from customer_order " + where)) {
            set(statement, values);
            return read(statement);
        }
    }

    private List<Stored> read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var orders = new ArrayList<Stored>();
            while (rows.next()) {
                orders.add(stored(rows));
            }
            return orders;
        }
    }

    private Stored stored(ResultSet row) throws SQLException {
        var request = parse(row.getString("request"));
        var order = new Order(
                row.getObject("id", UUID.class),
                row.getString("customer"),
                request.lines(),
                State.valueOf(row.getString("state")),
                Reason.valueOf(row.getString("reason")),
                row.getLong("total"),
                row.getString("currency"));
        return new Stored(order, request, row.getBoolean("told"));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (var index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }

    private String write(OrderRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order request cannot be written as JSON", e);
        }
    }

    private OrderRequest parse(String request) {
        try {
            return json.readValue(request, OrderRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds an order request that cannot be read", e);
        }
    }

    /**
     * An order with what only this service needs to know of it.
     *
     * @param told whether the customer was told how it ended
     */
    record Stored(Order order, OrderRequest request, boolean told) {}

    /** How an order ends. */
    record Ending(State state, Reason reason, long total, String currency, String payment) {
        static Ending rejected(Reason reason) {
            return new Ending(State.REJECTED, reason, 0, "", "");
        }
    }
}
