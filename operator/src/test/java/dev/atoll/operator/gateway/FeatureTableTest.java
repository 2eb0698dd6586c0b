// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Datoll.update=true} the page is written first. */
class FeatureTableTest {
    private static final Path PAGE = Path.of("../docs/gateway-features.md");

    @Test
    void theCommittedPageIsWhatTheDialectsSay() throws IOException {
        var text = FeatureTable.text();
        if (Boolean.getBoolean("atoll.update")) {
            Files.createDirectories(PAGE.toAbsolutePath().getParent());
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE)
                .as("%s does not exist; run `make generate` and commit it", PAGE)
                .exists();
        assertThat(Files.readString(PAGE))
                .as("%s is not what the dialects say; run `make generate` and commit the result", PAGE)
                .isEqualTo(text);
    }
}
