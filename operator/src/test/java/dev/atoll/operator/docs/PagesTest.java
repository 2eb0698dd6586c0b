// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the pages in docs: what they show is a file that other tests use, and their links lead somewhere. */
class PagesTest {
    private static final Path ROOT = Path.of("..");
    private static final String HEADER = "# SPDX-License-Identifier: Apache-2.0\n";
    private static final Pattern MANIFEST = Pattern.compile("^```yaml$", Pattern.MULTILINE);
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (\\S+) -->\n```yaml\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    static Stream<Path> pages() throws IOException {
        try (var files = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), files.sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyManifestIsTheFileThatItNames(Path page) throws IOException {
        var text = Files.readString(page);
        var examples = EXAMPLE.matcher(text).results().toList();

        assertThat(examples).hasSize((int) MANIFEST.matcher(text).results().count());
        assertThat(examples)
                .allSatisfy(example -> assertThat(HEADER + example.group(2))
                        .isEqualTo(Files.readString(ROOT.resolve(example.group(1)))));
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        var targets = new ArrayList<Path>();
        for (var page : pages().toList()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .forEach(link -> targets.add(page.resolveSibling(link.group(1))));
        }

        assertThat(targets).isNotEmpty().allMatch(Files::exists);
    }
}
