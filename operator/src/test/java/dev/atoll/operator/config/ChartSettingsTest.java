// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartSettingsTest {
    private static final Path ENVIRONMENT = Path.of("../helm/atoll/templates/_env.tpl");
    private static final Pattern NAME = Pattern.compile("^- name: (ATOLL_\\w+)$", Pattern.MULTILINE);

    @Test
    void theChartSetsExactlyTheSettingsThatTheOperatorReads() throws IOException {
        var set = NAME.matcher(Files.readString(ENVIRONMENT)).results().map(match -> match.group(1));

        assertThat(set)
                .containsExactlyInAnyOrderElementsOf(
                        names(OperatorConfig.class, "ATOLL").toList());
    }

    private static Stream<String> names(Class<?> group, String prefix) {
        return Stream.of(group.getMethods()).flatMap(setting -> {
            var name = prefix + "_" + environment(setting);
            return setting.getReturnType().getEnclosingClass() == OperatorConfig.class
                    ? names(setting.getReturnType(), name)
                    : Stream.of(name);
        });
    }

    private static String environment(Method setting) {
        return Pattern.compile("[A-Z]")
                .matcher(setting.getName())
                .replaceAll((MatchResult upper) -> "_" + upper.group())
                .toUpperCase(Locale.ROOT);
    }
}
