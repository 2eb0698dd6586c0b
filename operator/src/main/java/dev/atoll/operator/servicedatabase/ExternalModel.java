// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.DatabaseEndpoint;
import dev.atoll.api.v1alpha1.servicedatabase.External;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.meta.Checksum;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Names;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the one child of a ServiceDatabase is built from whose server somebody else runs: the Secret with what the owner needs.
 *
 * @param identity name, namespace, application and owner
 * @param engine makes the credentials' form
 * @param endpoint where the server is reached
 * @param username who logs in; empty where the Secret says so
 * @param furtherKeys what else the owner gets of it
 * @param secretName the Secret that the owner gets
 * @param source the Secret that it is made from
 * @param version of that, as it can be used now; empty where it cannot
 */
public record ExternalModel(
        Identity identity,
        DatabaseEngine engine,
        DatabaseEndpoint endpoint,
        Optional<String> username,
        List<String> furtherKeys,
        String secretName,
        CredentialsSource source,
        Optional<String> version)
        implements DatabaseModel {
    /** Of Redis and what speaks its protocol; the others have no such default. */
    private static final String FIRST_DATABASE = "0";

    /** Completes the spec with defaults and with what was observed. Checks nothing. */
    static ExternalModel from(
            ServiceDatabaseObserved observed, DatabaseEngine engine, External external, CredentialsSource source) {
        return new ExternalModel(
                observed.identity(),
                engine,
                endpoint(external, engine),
                Optional.ofNullable(external.username()),
                external.credentials().furtherKeys(),
                Names.bindingSecret(observed.identity().name()),
                source,
                source.version(observed.secrets()));
    }

    /** Where the database is reached. */
    static DatabaseEndpoint endpoint(External external, DatabaseEngine engine) {
        return new DatabaseEndpoint(
                external.host(),
                Objects.requireNonNullElseGet(
                        external.port(), () -> engine.port().number()),
                Objects.requireNonNullElse(external.database(), FIRST_DATABASE));
    }

    /** Tells what the owner's Secret is made from; empty where it cannot be made. */
    public Optional<String> madeFrom() {
        return version.map(known -> known + "/" + Checksum.of(place()));
    }

    /** What the spec says of it. */
    private Map<String, String> place() {
        var place = new TreeMap<String, String>();
        place.put("host", endpoint.host());
        place.put("port", endpoint.port().toString());
        place.put("database", endpoint.database());
        place.put("username", username.orElse(""));
        place.put("source", source.name());
        place.put("keys", String.join(" ", furtherKeys));
        return place;
    }
}
