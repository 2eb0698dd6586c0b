// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.meta.Annotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the data on a volume is, written on its claim: so it is known as long as there is data, whatever became of the
 * resource that made it. Each value is empty on a claim that does not say it.
 *
 * @param engine the engine's kind
 * @param version the version that opened it last
 * @param database name of the database
 * @param username name of the owner's user
 * @param administrator name of the server's administrator; not said where that is the owner's user
 */
public record StoredData(
        Optional<String> engine,
        Optional<EngineVersion> version,
        Optional<String> database,
        Optional<String> username,
        Optional<String> administrator) {

    /** As a claim says it. */
    public static StoredData of(HasMetadata claim) {
        return new StoredData(
                Annotations.get(claim, Annotations.ENGINE),
                Annotations.get(claim, Annotations.VERSION).flatMap(EngineVersion::parse),
                Annotations.get(claim, Annotations.DATABASE),
                Annotations.get(claim, Annotations.USERNAME),
                Annotations.get(claim, Annotations.ADMINISTRATOR));
    }

    /** As a spec wants it. */
    public static StoredData of(DatabaseEngine engine, DatabaseSettings settings) {
        return new StoredData(
                Optional.of(engine.kind().name()),
                EngineVersion.parse(settings.version()),
                Optional.of(settings.database()),
                Optional.of(settings.username()),
                engine.administrator(settings));
    }

    /** The annotations that say it. */
    public Map<String, String> annotations() {
        var annotations = new LinkedHashMap<String, String>();
        engine.ifPresent(value -> annotations.put(Annotations.ENGINE, value));
        version.ifPresent(value -> annotations.put(Annotations.VERSION, value.toString()));
        database.ifPresent(value -> annotations.put(Annotations.DATABASE, value));
        username.ifPresent(value -> annotations.put(Annotations.USERNAME, value));
        administrator.ifPresent(value -> annotations.put(Annotations.ADMINISTRATOR, value));
        return annotations;
    }
}
