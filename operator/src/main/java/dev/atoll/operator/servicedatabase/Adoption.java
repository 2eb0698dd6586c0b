// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a ServiceDatabase took over from an earlier one of its name. */
final class Adoption {
    private Adoption() {}

    /** The objects that are older than the resource, as a sentence; nothing when all are its own. */
    static Optional<String> of(ServiceDatabase resource, ServiceDatabaseStatuses.Children children) {
        var older = Stream.<Optional<? extends HasMetadata>>of(children.claim(), children.credentials())
                .flatMap(Optional::stream)
                .filter(object -> isOlder(object, resource))
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .collect(Collectors.joining(" and "));
        return older.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "all children are as the spec wants them; taken over from an earlier ServiceDatabase of this name: "
                                + older);
    }

    /** Times of creation are RFC 3339 in UTC, which sort as text; offline there are none. */
    private static boolean isOlder(HasMetadata object, ServiceDatabase resource) {
        var made = object.getMetadata().getCreationTimestamp();
        var wanted = resource.getMetadata().getCreationTimestamp();
        return made != null && wanted != null && made.compareTo(wanted) < 0;
    }
}
