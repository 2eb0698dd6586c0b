// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What an image's name tells of its content. */
final class Images {
    private static final Pattern OTHER_CONTRACT = Pattern.compile("(?:.*/)?bitnami(?:legacy|secure)?/.*");

    private Images() {}

    /**
     * Why the user's own image cannot be right.
     *
     * @param official name of the image whose contract it has to keep
     * @param tagged finds in a name with a tag of this engine's, as its first group, what {@code major} gives
     * @param major of a version, what data depends on
     */
    static Optional<Violation> problem(
            DatabaseSettings settings, String official, Pattern tagged, Function<EngineVersion, String> major) {
        if (settings.image() == null) {
            return Optional.empty();
        }
        if (OTHER_CONTRACT.matcher(settings.image()).matches()) {
            return Optional.of(new Violation(
                    Reason.FeatureNotSupported,
                    "spec.image",
                    "is an image of Bitnami, which has other paths, variables and users than the official one; use an image that keeps the contract of "
                            + official));
        }
        var tag = tagged.matcher(settings.image());
        var version = EngineVersion.parse(settings.version());
        return tag.matches() && version.isPresent() && !tag.group(1).equals(major.apply(version.get()))
                ? Optional.of(new Violation(
                        Reason.Invalid,
                        "spec.image",
                        "is of version %s, and spec.version is %s; make them agree"
                                .formatted(tag.group(1), version.get())))
                : Optional.empty();
    }
}
