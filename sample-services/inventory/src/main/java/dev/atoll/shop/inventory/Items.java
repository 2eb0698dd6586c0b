// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of items. */
final class Items {
    private final Connection connection;

    Items(Connection connection) {
        this.connection = connection;
    }

    List<Item> all() throws SQLException {
        return query("select sku, name, price, currency, available from item order by sku");
    }

    Optional<Item> find(String sku) throws SQLException {
        return query("select sku, name, price, currency, available from item where sku = ?", sku).stream()
                .findFirst();
    }

    void put(Item item) throws SQLException {
        var sql = """
                insert into item (sku, name, price, currency, available) values (?, ?, ?, ?, ?)
                on conflict (sku) do update set name = excluded.name, price = excluded.price,
                  currency = excluded.currency, available = excluded.available""";
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, item.sku(), item.name(), item.price(), item.currency(), item.available());
            statement.executeUpdate();
        }
    }

    /** Takes a quantity away if there is as much; the item as it is then, or empty. */
    Optional<Item> take(String sku, int quantity) throws SQLException {
        var sql = """
                update item set available = available - ? where sku = ? and available >= ?
                returning sku, name, price, currency, available""";
        return query(sql, quantity, sku, quantity).stream().findFirst();
    }

    /** Puts back what a reservation took. */
    void putBack(String reservation) throws SQLException {
        // Locked in the order of their names, as reservations do: two transactions never wait for each other.
        var sql = """
                with line as (
                  select item.sku, quantity from item join reservation_line using (sku)
                  where reservation_id = ? order by item.sku for update of item)
                update item set available = available + line.quantity from line where item.sku = line.sku""";
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, reservation);
            statement.executeUpdate();
        }
    }

    private List<Item> query(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (var rows = statement.executeQuery()) {
                var items = new ArrayList<Item>();
                while (rows.next()) {
                    items.add(item(rows));
                }
                return items;
            }
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("sku"),
                row.getString("name"),
                row.getLong("price"),
                row.getString("currency"),
                row.getInt("available"));
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (var index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }
}
