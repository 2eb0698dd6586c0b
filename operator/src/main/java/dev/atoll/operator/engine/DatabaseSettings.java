// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabaseSpec;
import dev.atoll.api.v1alpha1.servicedatabase.Storage;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a database server, in terms that every engine has.
 *
 * @param version as the spec says it, not checked
 * @param image the user's own image; null for the official one of the version
 * @param database name of the database
 * @param username name of the owner's user
 * @param parameters settings by the engine's own names, in the order of the names
 * @param ownerAdministrates whether the data is there already, and was made when the owner's user was the server's
 *     administrator
 */
public record DatabaseSettings(
        String version,
        @Nullable String image,
        String database,
        String username,
        Map<String, String> parameters,
        boolean ownerAdministrates) {

    public DatabaseSettings {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * As a spec says it, and the data that there is.
     *
     * @param claim the claim of the volume with the data
     */
    public static DatabaseSettings of(ServiceDatabaseSpec spec, Optional<? extends HasMetadata> claim) {
        var database = database(spec);
        return new DatabaseSettings(
                version(spec),
                spec.image(),
                database,
                Objects.requireNonNullElse(spec.username(), database),
                spec.parameters(),
                claim.filter(data -> StoredData.of(data).administrator().isEmpty())
                        .isPresent());
    }

    /** The version; the API has one for every server that Atoll runs. */
    public static String version(ServiceDatabaseSpec spec) {
        return Objects.requireNonNull(spec.version());
    }

    /** The volume that is wanted; the API has one for every server that Atoll runs. */
    public static Storage storage(ServiceDatabaseSpec spec) {
        return Objects.requireNonNull(spec.storage());
    }

    /** The same with more parameters. */
    public DatabaseSettings with(Map<String, String> more) {
        var all = new TreeMap<>(parameters);
        all.putAll(more);
        return new DatabaseSettings(version, image, database, username, all, ownerAdministrates);
    }

    /** Name of the database. */
    public static String database(ServiceDatabaseSpec spec) {
        return Objects.requireNonNullElseGet(
                spec.database(), () -> spec.service().replace('-', '_'));
    }
}
