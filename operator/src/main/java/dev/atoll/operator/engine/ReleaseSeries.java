// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;

/**
 * The releases that Atoll runs of an engine whose major versions are two numbers, such as 10.11.
 *
 * @param engine its name
 * @param names the series, the latest one last
 */
record ReleaseSeries(String engine, List<String> names) {

    ReleaseSeries {
        names = List.copyOf(names);
    }

    /** Why a wanted version is not one of them. */
    Optional<Violation> problemOf(DatabaseSettings settings) {
        boolean isKnown = EngineVersion.parse(settings.version())
                .filter(version -> names.contains(version.series().toString()))
                .isPresent();
        return isKnown
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.EngineNotSupported,
                        "spec.version",
                        "is %s; %s is run in the %s, or an exact one such as %s.2"
                                .formatted(settings.version(), engine, choice(), names.getLast())));
    }

    /** Why data of one version is not opened by another one, where only releases of the same series open it unchanged. */
    Optional<Violation> problemOfChange(EngineVersion from, EngineVersion to) {
        if (from.series().equals(to.series())) {
            return problemOfDowngrade(from, to);
        }
        return Optional.of(new Violation(
                Reason.FeatureNotSupported,
                "spec.version",
                to.isBefore(from)
                        ? "is %s, which cannot read the data of %s; set it back to %s"
                                .formatted(to, from, from.series())
                        : "is %s, and the data is of %s, which %s would change for good on the way; set it back to %s%s"
                                .formatted(to, from, engine, from.series(), DataUpgrade.REMEDY)));
    }

    private static Optional<Violation> problemOfDowngrade(EngineVersion from, EngineVersion to) {
        return to.isBefore(from)
                ? Optional.of(new Violation(
                        Reason.FeatureNotSupported,
                        "spec.version",
                        "is %s, and the data was last opened by %s; a downgrade is not safe, set %2$s or a later %s"
                                .formatted(to, from, from.series())))
                : Optional.empty();
    }

    /** Why a server of one version cannot take what a backup of another one has. */
    Optional<String> problemOfLoad(EngineVersion from, EngineVersion to) {
        return to.isBefore(from.series())
                ? Optional.of(
                        "it is of %s %s, which %s cannot read; restore it into a ServiceDatabase of version %2$s or later"
                                .formatted(engine, from.series(), to))
                : Optional.empty();
    }

    private String choice() {
        var list = String.join(", ", names);
        return names.size() == 1
                ? "version %s: set it".formatted(list)
                : "versions %s: set one of them".formatted(list);
    }
}
