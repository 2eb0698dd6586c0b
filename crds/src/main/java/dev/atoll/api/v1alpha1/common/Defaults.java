// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the compact constructors of the API's records complete what a manifest leaves out, so that a record says the same
 * whether an API server or a file is behind it. A default is written twice, in {@code @Default} and in the constructor; a
 * test keeps the two equal.
 */
public final class Defaults {
    private Defaults() {}

    /** The value, or the default where the manifest leaves the field out. */
    public static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    /** An immutable copy; empty where the manifest leaves the field out. */
    public static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** An immutable copy in the manifest's order; empty where the manifest leaves the field out. */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Null for a field that is left out as for one that says null, which Jackson reads as a node of its own. */
    public static @Nullable JsonNode tree(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value;
    }

    /**
     * What Jackson passes for a field that a manifest leaves out, for constructing a record in Java: the compact constructor
     * replaces it by the default. Only for components that have one.
     */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    public static <T> T absent() {
        return null;
    }
}
