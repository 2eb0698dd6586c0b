// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the scenarios say that they need of a gateway. */
final class NeededFields {
    private static final Pattern NEEDS = Pattern.compile("the route in \"[^\"]+\", which needs (.*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private NeededFields() {}

    /** Of each scenario that is run once for each gateway, the fields of the table. */
    static List<Set<String>> ofAllScenarios() {
        try (var files = Files.walk(Checkout.root().resolve("e2e-tests/scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .map(NeededFields::read)
                    .filter(text -> text.contains("@every-gateway"))
                    .flatMap(String::lines)
                    .flatMap(NeededFields::ofLine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Set<String>> ofLine(String line) {
        return NEEDS.matcher(line).results().map(found -> fields(found.group(1)));
    }

    private static Set<String> fields(String list) {
        return QUOTED.matcher(list)
                .results()
                .map((MatchResult quoted) -> quoted.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
