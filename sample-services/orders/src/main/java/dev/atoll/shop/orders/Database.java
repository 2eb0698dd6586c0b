// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database of this service, one transaction at a time. */
@ApplicationScoped
class Database {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /**
     * Runs work in a transaction, which is committed when the work returns and rolled back when it throws.
     *
     * @throws DatabaseFailed when the database cannot be reached or refuses a statement
     */
    <T> T transaction(Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The database cannot be reached or refuses a statement. */
    static final class DatabaseFailed extends RuntimeException {
        DatabaseFailed(SQLException cause) {
            super("the database failed: " + cause.getMessage(), cause);
        }
    }
}
