// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Optional;
import java.util.TreeMap;

/** The Secret with the credentials that come next. No service gets it; once they are given out, it holds the same as theirs. */
public final class NextSecret {
    private NextSecret() {}

    /**
     * The Secret without content.
     *
     * @param id the rotation
     * @param username whose credentials they are
     * @param request the value of the annotation that has asked for it; empty where nobody has ever
     * @param madeFrom the version of the Secret that somebody else has written it into; empty where it is made up
     */
    public static Secret of(
            ServiceDatabaseModel model,
            String id,
            String username,
            Optional<String> request,
            Optional<String> madeFrom) {
        var annotations = new TreeMap<String, String>();
        annotations.put(Annotations.ROTATION, id);
        annotations.put(Annotations.USERNAME, username);
        request.ifPresent(value -> annotations.put(Annotations.ROTATE_CREDENTIALS, value));
        madeFrom.ifPresent(value -> annotations.put(Annotations.MADE_FROM, value));
        return new SecretBuilder()
                .withMetadata(KeptMetadata.of(
                        model.identity(), Names.nextSecret(model.identity().name()), annotations))
                .build();
    }

    /**
     * The Secret that is in use, without content, from the moment on that it holds these. Its type stays what it is: that cannot
     * change, and would if the manager that has set it left it out.
     *
     * @param inUse the Secret as it is
     * @param since that moment, as RFC 3339 has it
     * @param madeFrom as above
     */
    public static Secret givenOut(
            ServiceDatabaseModel model,
            Secret inUse,
            String id,
            String username,
            String since,
            Optional<String> madeFrom) {
        var annotations = new TreeMap<String, String>();
        annotations.put(Annotations.ROTATION, id);
        annotations.put(Annotations.USERNAME, username);
        annotations.put(Annotations.IN_USE_SINCE, since);
        madeFrom.ifPresent(value -> annotations.put(Annotations.MADE_FROM, value));
        return new SecretBuilder()
                .withMetadata(KeptMetadata.of(model.identity(), model.secretName(), annotations))
                .withType(inUse.getType())
                .build();
    }
}
