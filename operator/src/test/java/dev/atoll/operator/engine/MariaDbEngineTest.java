// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the official image, as its documentation has it. */
class MariaDbEngineTest {
    private final DatabaseEngine engine = DatabaseEngines.find(Engine.MariaDB).orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"10.11", "11.4", "11.8", "10.11.19"})
    void everyLongTermSeriesKeepsTheContract(String version) {
        assertThat(engine.problemsOf(settings(version, Map.of()))).isEmpty();
        var server = engine.server(settings(version, Map.of()));
        assertThat(server.image()).isEqualTo("mariadb:" + version);
        assertThat(server.user()).isEqualTo(999);
        assertThat(server.env())
                .containsEntry("MARIADB_DATABASE", "orders")
                .containsEntry("MARIADB_USER", "owner")
                .containsEntry("MARIADB_PASSWORD_FILE", "/etc/atoll/credentials/password")
                .containsEntry("MARIADB_ROOT_PASSWORD_FILE", "/etc/atoll/administrator/password");
        assertThat(server.args()).isEmpty();
    }

    @Test
    void theDataIsInAFolderOfTheVolumeSinceEveryOtherOneWouldBeADatabase() {
        var server = engine.server(settings("11.8", Map.of()));
        assertThat(server.dataPath()).isEqualTo("/var/lib/mysql");
        assertThat(server.dataFolder()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.6", "11", "11.7", "12.0", "11.8.2.1"})
    void otherVersionsAreRefusedWithTheListOfThose(String version) {
        assertThat(engine.problemsOf(settings(version, Map.of())))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.reason()).isEqualTo(Reason.EngineNotSupported);
                    assertThat(violation.text())
                            .startsWith("spec.version: is " + version)
                            .contains("10.11, 11.4, 11.8");
                });
    }

    @ParameterizedTest
    @CsvSource({"10.11, 11.8, true", "11.8.2, 11.4, false", "11.4, 10.11.6, false"})
    void anotherSeriesCannotSimplyOpenTheDataButALaterOneTakesABackup(String from, String to, boolean isLater) {
        assertThat(problemOfChange(from, to)).singleElement().satisfies(violation -> {
            assertThat(violation.message())
                    .contains("set it back to " + from.replaceFirst("([0-9]+[.][0-9]+).*", "$1"));
            assertThat(violation.message().contains("DatabaseRestore")).isEqualTo(isLater);
        });
    }

    @ParameterizedTest
    @CsvSource({"10.11.6, 10.11.19", "10.11.6, 10.11", "11.8, 11.8.2"})
    void aLaterReleaseOfTheSeriesIsARestart(String from, String to) {
        assertThat(problemOfChange(from, to)).isEmpty();
    }

    @Test
    void anEarlierReleaseIsRefused() {
        assertThat(problemOfChange("10.11.19", "10.11.6"))
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains("downgrade");
    }

    @Test
    void parametersBecomeArgumentsThatNoShellSees() {
        assertThat(engine.server(settings("11.8", Map.of("sql_mode", "ANSI; $(id)", "max_connections", "200")))
                        .args())
                .containsExactly("mariadbd", "--max_connections=200", "--sql_mode=ANSI; $$(id)");
    }

    /** The server takes the beginning of a name for the name. */
    @ParameterizedTest
    @ValueSource(
            strings = {"port", "skip_grant_tables", "skip_gr", "loose_skip_grant_tables", "datadir", "enable_loose_port"
            })
    void parametersThatAtollReliesOnAreRefusedHoweverTheyAreWritten(String name) {
        assertThat(engine.problemsOf(settings("11.8", Map.of(name, "1"))))
                .extracting(Violation::field)
                .containsExactly("spec.parameters." + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"max_connections", "innodb_buffer_pool_size", "plugin_maturity", "tmp_table_size", "user_stat"})
    void otherParametersAreTaken(String name) {
        assertThat(engine.problemsOf(settings("11.8", Map.of(name, "1")))).isEmpty();
    }

    @Test
    void theOwnerIsNotTheAdministrator() {
        assertThat(engine.administrator(settings("11.8", Map.of()))).contains("root");
        assertThat(engine.binding(new Connection("orders-db.shop.svc", 3306, "orders", "owner_2", "Secret123")))
                .containsEntry("type", "mariadb")
                .containsEntry("username", "owner_2")
                .containsEntry("uri", "mariadb://owner_2:Secret123@orders-db.shop.svc:3306/orders");
    }

    private List<Violation> problemOfChange(String from, String to) {
        return engine
                .problemOfChange(
                        EngineVersion.parse(from).orElseThrow(),
                        EngineVersion.parse(to).orElseThrow())
                .stream()
                .toList();
    }

    private static DatabaseSettings settings(String version, Map<String, String> parameters) {
        return new DatabaseSettings(version, null, "orders", "owner", parameters, false);
    }
}
