// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of reservations and their lines. */
final class Reservations {
    private final Connection connection;

    Reservations(Connection connection) {
        this.connection = connection;
    }

    /** Makes an empty one; false when there is one, also when that is made at the same time: it is waited for. */
    boolean begin(String id) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into reservation (id) values (?) on conflict do nothing")) {
            statement.setString(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    void addLine(String id, String sku, int quantity) throws SQLException {
        try (var statement = connection.prepareStatement("insert into reservation_line values (?, ?, ?)")) {
            statement.setString(1, id);
            statement.setString(2, sku);
            statement.setInt(3, quantity);
            statement.executeUpdate();
        }
    }

    void setTotal(String id, Total total) throws SQLException {
        try (var statement =
                connection.prepareStatement("update reservation set total = ?, currency = ? where id = ?")) {
            statement.setLong(1, total.amount());
            statement.setString(2, total.currency());
            statement.setString(3, id);
            statement.executeUpdate();
        }
    }

    /** A reservation that is known to be there. */
    Kept get(String id) throws SQLException {
        try (var statement =
                connection.prepareStatement("select released, total, currency from reservation where id = ?")) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                var total = new Total(rows.getLong("total"), rows.getString("currency"));
                return new Kept(rows.getBoolean("released"), total, lines(id));
            }
        }
    }

    /** Marks it released, also one that was never made; true when it was made and not released before. */
    boolean release(String id) throws SQLException {
        if (begin(id)) {
            markReleased(id);
            return false;
        }
        return markReleased(id);
    }

    private boolean markReleased(String id) throws SQLException {
        try (var statement =
                connection.prepareStatement("update reservation set released = true where id = ? and not released")) {
            statement.setString(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    private SortedMap<String, Integer> lines(String id) throws SQLException {
        try (var statement =
                connection.prepareStatement("select sku, quantity from reservation_line where reservation_id = ?")) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                var lines = new TreeMap<String, Integer>();
                while (rows.next()) {
                    lines.put(rows.getString("sku"), rows.getInt("quantity"));
                }
                return lines;
            }
        }
    }

    /** A reservation as it was made. */
    record Kept(boolean released, Total total, SortedMap<String, Integer> lines) {}
}
