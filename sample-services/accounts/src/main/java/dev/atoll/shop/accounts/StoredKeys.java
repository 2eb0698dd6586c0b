// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Keys in the database, which all replicas share. The first one to need a new key makes it. */
@ApplicationScoped
class StoredKeys implements Keys {
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('signing_key'))";

    private final Database database;
    private final Clock clock;
    private final Duration keyLifetime;
    private final Duration tokenLifetime;
    private volatile List<Dated> known = List.of();

    StoredKeys(
            Database database,
            Clock clock,
            @ConfigProperty(name = "accounts.key-lifetime") Duration keyLifetime,
            @ConfigProperty(name = "accounts.token-lifetime") Duration tokenLifetime) {
        this.database = database;
        this.clock = clock;
        this.keyLifetime = keyLifetime;
        this.tokenLifetime = tokenLifetime;
    }

    @Override
    public PublicJsonWebKey current() {
        return signing(known).orElseGet(this::make);
    }

    @Override
    public Optional<PublicJsonWebKey> find(String id) {
        var found = among(known, id);
        // Another replica may have made it a moment ago.
        return found.isPresent() ? found : among(load(), id);
    }

    @Override
    public List<PublicJsonWebKey> published() {
        current();
        return load().stream().map(Dated::key).toList();
    }

    private PublicJsonWebKey make() {
        return database.transaction(connection -> {
            try (var lock = connection.prepareStatement(ONE_AT_A_TIME)) {
                lock.execute();
            }
            var others = signing(select(connection));
            var key = others.isPresent() ? others.get() : insert(connection);
            known = select(connection);
            return key;
        });
    }

    private List<Dated> load() {
        known = database.transaction(this::select);
        return known;
    }

    private Optional<PublicJsonWebKey> signing(List<Dated> keys) {
        var oldest = clock.instant().minus(keyLifetime);
        return keys.stream()
                .filter(key -> key.made().isAfter(oldest))
                .map(Dated::key)
                .findFirst();
    }

    private static Optional<PublicJsonWebKey> among(List<Dated> keys, String id) {
        return keys.stream()
                .map(Dated::key)
                .filter(key -> id.equals(key.getKeyId()))
                .findFirst();
    }

    /** The newest first, without those whose last token has expired. */
    private List<Dated> select(Connection connection) throws SQLException {
        var oldest = clock.instant().minus(keyLifetime).minus(tokenLifetime.multipliedBy(2));
        try (var statement = connection.prepareStatement(
                "select jwk, created_at from signing_key where created_at > ? order by created_at desc")) {
            statement.setTimestamp(1, Timestamp.from(oldest));
            try (var rows = statement.executeQuery()) {
                var keys = new ArrayList<Dated>();
                while (rows.next()) {
                    keys.add(new Dated(
                            parse(rows.getString("jwk")),
                            rows.getTimestamp("created_at").toInstant()));
                }
                return List.copyOf(keys);
            }
        }
    }

    private PublicJsonWebKey insert(Connection connection) throws SQLException {
        var key = generate();
        try (var statement =
                connection.prepareStatement("insert into signing_key (id, jwk, created_at) values (?, ?, ?)")) {
            statement.setString(1, key.getKeyId());
            statement.setString(2, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            statement.setTimestamp(3, Timestamp.from(clock.instant()));
            statement.executeUpdate();
        }
        Log.info("made a new signing key");
        return key;
    }

    static PublicJsonWebKey generate() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK cannot make P-256 keys", e);
        }
    }

    private static PublicJsonWebKey parse(String jwk) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("the database holds a signing key that cannot be read", e);
        }
    }

    private record Dated(PublicJsonWebKey key, Instant made) {}
}
