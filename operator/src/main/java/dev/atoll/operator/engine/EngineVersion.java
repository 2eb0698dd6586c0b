// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version as exact as somebody wanted it: 17 stands for every 17.x.
 *
 * @param parts the numbers, the most significant one first
 */
public record EngineVersion(List<Integer> parts) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,4}([.][0-9]{1,4}){0,2}");

    public EngineVersion {
        parts = List.copyOf(parts);
    }

    /** The version that a text of one to three numbers says; nothing for any other text. */
    public static Optional<EngineVersion> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new EngineVersion(
                        Arrays.stream(text.split("[.]")).map(Integer::valueOf).toList()))
                : Optional.empty();
    }

    /** The first number. */
    public int major() {
        return parts.getFirst();
    }

    /** The first two numbers, where there are as many: what an engine calls a major version if one number is not enough. */
    public EngineVersion series() {
        return new EngineVersion(parts.stream().limit(2).toList());
    }

    /** Whether it is surely the earlier one; 17 is not earlier than 17.4, for it may be 17.5. */
    public boolean isBefore(EngineVersion other) {
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
