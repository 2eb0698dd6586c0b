// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import java.util.Optional;

/**
 * A password of the owner's that is not made up.
 *
 * @param source where it comes from
 * @param version of that, as it can be used now; empty where it cannot
 */
public record OwnPassword(CredentialsSource source, Optional<String> version) {

    /** That of a spec; empty where the password is made up. */
    static Optional<OwnPassword> of(ServiceDatabaseObserved observed) {
        return CredentialsSource.of(observed.resource().getSpec())
                .map(source -> new OwnPassword(source, source.version(observed.secrets())));
    }
}
