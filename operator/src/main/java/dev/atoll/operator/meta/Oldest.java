// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The order in which resources take precedence: by age, then by name, so that it never changes. */
public final class Oldest {
    /** Older before younger. Creation times are RFC 3339 in UTC, which sort as text. */
    public static final Comparator<HasMetadata> FIRST = Comparator.comparing(
                    (HasMetadata object) -> object.getMetadata().getCreationTimestamp(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(
                    object -> object.getMetadata().getNamespace(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(object -> object.getMetadata().getName());

    private Oldest() {}

    /** The resources in order of precedence. */
    public static <T extends HasMetadata> List<T> first(Stream<T> resources) {
        return resources.sorted(FIRST).toList();
    }
}
