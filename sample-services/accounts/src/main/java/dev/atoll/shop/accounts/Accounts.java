// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The accounts as they are stored, and how customers come to them. */
@ApplicationScoped
class Accounts {
    private final Database database;
    private final Passwords passwords;

    Accounts(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    /** The new account; empty when the e-mail address has one. */
    Optional<Account> signUp(SignUp wanted) {
        var account = new Account(UUID.randomUUID(), wanted.email(), wanted.name());
        var hash = passwords.hash(wanted.password());
        var sql = "insert into account (id, email, name, password) values (?, ?, ?, ?) on conflict (email) do nothing";
        var made = database.transaction(
                connection -> update(connection, sql, account.id(), account.email(), account.name(), hash));
        return made == 1 ? Optional.of(account) : Optional.empty();
    }

    /** The account that these credentials open. It takes as long for an address that has none. */
    Optional<Account> logIn(Credentials credentials) {
        var stored = database.transaction(connection -> select(connection, "email = ?", credentials.email()));
        var hash = stored.map(Stored::password).orElseGet(passwords::nobodys);
        var matches = passwords.matches(credentials.password(), hash);
        if (stored.isEmpty() || !matches) {
            return Optional.empty();
        }
        var account = stored.get().account();
        if (passwords.outdated(hash)) {
            renew(account, credentials.password());
        }
        return Optional.of(account);
    }

    Optional<Account> find(UUID id) {
        return database.transaction(connection -> select(connection, "id = ?", id))
                .map(Stored::account);
    }

    /** Only now is the password known that a stronger hash can be made of. */
    private void renew(Account account, String password) {
        var hash = passwords.hash(password);
        database.transaction(
                connection -> update(connection, "update account set password = ? where id = ?", hash, account.id()));
    }

    private static Optional<Stored> select(Connection connection, String where, Object value) throws SQLException {
        try (var statement =
                connection.prepareStatement("select id, email, name, password from account where " + where)) {
            statement.setObject(1, value);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                var account =
                        new Account(rows.getObject("id", UUID.class), rows.getString("email"), rows.getString("name"));
                return Optional.of(new Stored(account, rows.getString("password")));
            }
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement.executeUpdate();
        }
    }

    private record Stored(Account account, String password) {}
}
