// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.meta.Annotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a ServiceDatabase took over from an earlier one of its name. */
final class Adoption {
    private Adoption() {}

    /** The objects that were made for an earlier resource, as a sentence; nothing when all are its own. */
    static Optional<String> of(ServiceDatabase resource, ServiceDatabaseStatuses.Children children) {
        var earlier = Stream.<Optional<? extends HasMetadata>>of(children.claim(), children.credentials())
                .flatMap(Optional::stream)
                .filter(object -> isMadeForAnother(object, resource))
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .collect(Collectors.joining(" and "));
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "all children are as the spec wants them; taken over from an earlier ServiceDatabase of this name: "
                                + earlier);
    }

    /** By UID: a resource can be deleted and created anew within the second that timestamps count in. */
    private static boolean isMadeForAnother(HasMetadata object, ServiceDatabase resource) {
        return Annotations.get(object, Annotations.MADE_FOR)
                .filter(uid -> !uid.equals(resource.getMetadata().getUid()))
                .isPresent();
    }
}
