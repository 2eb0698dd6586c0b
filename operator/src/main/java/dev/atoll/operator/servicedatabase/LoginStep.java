// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.meta.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/**
 * What a Job does in the server for an exchange of credentials. It can be done again, and changes nothing then.
 *
 * @param kind what it is for
 * @param id the rotation that it is part of
 * @param username who is let in
 * @param shut who is shut out
 * @param secret the Secret with name and password of who is let in
 * @param volume UID of the claim with the data
 */
public record LoginStep(Kind kind, String id, String username, Optional<String> shut, Secret secret, String volume) {
    /** What it is for. */
    public enum Kind {
        /** The next credentials come to work. */
        LET_IN,
        /** The former ones no longer work. */
        SHUT_OUT,
        /** The data is another's, which does not know the user. */
        LET_IN_AGAIN
    }

    /** The name of the Job: another one for each Secret and volume, so that what one has done counts for these alone. */
    public String jobName(HasMetadata database) {
        return Names.loginJob(
                database.getMetadata().getName(),
                String.join(" ", kind.name(), id, secret.getMetadata().getUid(), volume));
    }
}
