// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.status.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the official image, and of Valkey's own configuration. */
class ValkeyEngineTest {
    private final DatabaseEngine engine = DatabaseEngines.find(Engine.Valkey).orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"8.1", "8.1.4"})
    void theTriedSeriesIsRunAsTheOfficialImageIs(String version) {
        assertThat(engine.problemsOf(settings(version, Map.of()))).isEmpty();
        var server = engine.server(settings(version, Map.of()));
        assertThat(server.image()).isEqualTo("valkey/valkey:" + version);
        assertThat(server.user()).isEqualTo(999);
        assertThat(server.dataPath()).isEqualTo("/data");
        assertThat(server.env()).containsExactly(Map.entry("ATOLL_OWNER_NOW", "owner"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.2", "8", "8.0", "9.0", "8.1.2.1"})
    void otherVersionsAreRefusedWithTheOneThatIsRun(String version) {
        assertThat(engine.problemsOf(settings(version, Map.of())))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.reason()).isEqualTo(Reason.EngineNotSupported);
                    assertThat(violation.text())
                            .startsWith("spec.version: is " + version)
                            .contains("8.1");
                });
    }

    @Test
    void everyChangeIsWrittenToALog() {
        assertThat(script()).contains("--appendonly yes");
    }

    @Test
    void passwordsAreHashedAndStandInNoArgument() {
        var server = engine.server(settings("8.1", Map.of()));
        assertThat(script()).contains("sha256sum </etc/atoll/credentials/password");
        assertThat(Stream.concat(server.args().stream(), server.env().values().stream()))
                .noneMatch(text -> text.contains("requirepass"));
    }

    @Test
    void parametersAreArgumentsOfTheServerAndNotOfTheShell() {
        var args = engine.server(
                        settings("8.1", Map.of("maxmemory_policy", "allkeys-lru", "proc_title_template", "$(x)")))
                .args();
        assertThat(args.subList(4, args.size()))
                .containsExactly("--maxmemory-policy", "allkeys-lru", "--proc-title-template", "$$(x)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aclfile",
                "appendonly",
                "dir",
                "rename_command",
                "replicaof",
                "requirepass",
                "save",
                "tls_port",
                "user"
            })
    void whatTheDataAndTheUsersRelyOnIsReserved(String parameter) {
        assertThat(engine.problemsOf(settings("8.1", Map.of(parameter, "x"))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.text()).startsWith("spec.parameters." + parameter));
    }

    @ParameterizedTest
    @CsvSource({"8.1.2, 8.1.1, true", "8.1.1, 8.1.2, false", "8.1, 8.1.2, false"})
    void onlyADowngradeIsRefused(String from, String to, boolean isRefused) {
        assertThat(engine.problemOfChange(version(from), version(to)).isPresent())
                .isEqualTo(isRefused);
    }

    @Test
    void aBackupOfALaterSeriesIsNotLoaded() {
        assertThat(engine.problemOfLoad(version("9.0.1"), version("8.1"))).isPresent();
        assertThat(engine.problemOfLoad(version("8.1.4"), version("8.1"))).isEmpty();
    }

    @Test
    void aBindingIsOneOfTheKindThatLibrariesKnow() {
        assertThat(engine.binding(new Connection("sessions.shop.svc", 6379, "0", "owner", "secret")))
                .containsEntry("type", "redis")
                .containsEntry("uri", "redis://owner:secret@sessions.shop.svc:6379/0");
        assertThat(engine.databaseOf(settings("8.1", Map.of()))).isEqualTo("0");
    }

    @Test
    void theAdministratorsNameIsNotTheOwners() {
        var settings = new DatabaseSettings("8.1", null, "default", "default", Map.of(), false);
        assertThat(engine.problemsOf(settings))
                .singleElement()
                .satisfies(violation -> assertThat(violation.text()).startsWith("spec.username: is default"));
    }

    private String script() {
        List<String> args = engine.server(settings("8.1", Map.of())).args();
        assertThat(args.subList(0, 2)).containsExactly("bash", "-c");
        return args.get(2);
    }

    private static EngineVersion version(String text) {
        return EngineVersion.parse(text).orElseThrow();
    }

    private static DatabaseSettings settings(String version, Map<String, String> parameters) {
        return new DatabaseSettings(version, null, "sessions", "owner", parameters, false);
    }
}
