// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every golden case. With {@code -Datoll.update=true} it writes what is expected instead of comparing. */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final boolean IS_UPDATE = Boolean.getBoolean("atoll.update");

    @TestFactory
    Stream<DynamicContainer> becomesWhatIsExpected() throws IOException {
        return folders(CASES).stream().map(kind -> DynamicContainer.dynamicContainer(name(kind), cases(kind)));
    }

    private static Stream<DynamicTest> cases(Path kind) {
        try {
            return folders(kind).stream().map(folder -> DynamicTest.dynamicTest(name(folder), () -> run(kind, folder)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(Path kind, Path folder) throws IOException {
        var given = Given.read(folder.resolve("given"), name(kind));
        var expected = new Expected(folder);
        var actual = Outcome.of(given).files();
        if (IS_UPDATE) {
            expected.update(actual);
        } else {
            expected.compare(actual);
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
