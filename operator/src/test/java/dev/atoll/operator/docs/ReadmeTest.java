// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final String HEADER = "# SPDX-License-Identifier: Apache-2.0\n";
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (\\S+) -->\n```yaml\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @Test
    void everyExampleIsTheFileThatItNames() throws IOException {
        var examples = EXAMPLE.matcher(readme()).results().toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(HEADER + example.group(2))
                        .isEqualTo(Files.readString(ROOT.resolve(example.group(1)))));
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        assertThat(LINK.matcher(readme()).results().map(link -> ROOT.resolve(link.group(1))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
