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
class MySqlEngineTest {
    private final DatabaseEngine engine = DatabaseEngines.find(Engine.MySQL).orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"8.4", "9.7", "9.7.4"})
    void everyLongTermSeriesKeepsTheContract(String version) {
        assertThat(engine.problemsOf(settings(version, Map.of()))).isEmpty();
        var server = engine.server(settings(version, Map.of()));
        assertThat(server.image()).isEqualTo("mysql:" + version);
        assertThat(server.user()).isEqualTo(999);
        assertThat(server.env())
                .containsEntry("MYSQL_DATABASE", "orders")
                .containsEntry("MYSQL_USER", "owner")
                .containsEntry("MYSQL_PASSWORD_FILE", "/etc/atoll/credentials/password")
                .containsEntry("MYSQL_ROOT_PASSWORD_FILE", "/etc/atoll/administrator/password");
        assertThat(server.args()).containsExactly("mysqld", "--skip-log-bin", "--mysqlx=OFF");
    }

    @Test
    void theDataIsInAFolderOfTheVolumeSinceTheFirstStartWantsAnEmptyOne() {
        var server = engine.server(settings("9.7", Map.of()));
        assertThat(server.dataPath()).isEqualTo("/var/lib/mysql");
        assertThat(server.dataFolder()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0", "9", "9.6", "10.0", "9.7.4.1"})
    void otherVersionsAreRefusedWithTheListOfThose(String version) {
        assertThat(engine.problemsOf(settings(version, Map.of())))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.reason()).isEqualTo(Reason.EngineNotSupported);
                    assertThat(violation.text())
                            .startsWith("spec.version: is " + version)
                            .contains("8.4, 9.7");
                });
    }

    @ParameterizedTest
    @CsvSource({"8.4, 9.7, true", "9.7.4, 8.4, false", "9.7, 8.4.6, false"})
    void anotherSeriesCannotSimplyOpenTheDataButALaterOneTakesABackup(String from, String to, boolean isLater) {
        assertThat(problemOfChange(from, to)).singleElement().satisfies(violation -> {
            assertThat(violation.message())
                    .contains("set it back to " + from.replaceFirst("([0-9]+[.][0-9]+).*", "$1"));
            assertThat(violation.message().contains("DatabaseRestore")).isEqualTo(isLater);
        });
    }

    @ParameterizedTest
    @CsvSource({"8.4.6, 8.4.19", "8.4.6, 8.4", "9.7, 9.7.4"})
    void aLaterReleaseOfTheSeriesIsARestart(String from, String to) {
        assertThat(problemOfChange(from, to)).isEmpty();
    }

    @Test
    void anEarlierReleaseIsRefused() {
        assertThat(problemOfChange("9.7.19", "9.7.4"))
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains("downgrade");
    }

    @Test
    void parametersBecomeArgumentsThatNoShellSees() {
        assertThat(engine.server(settings("9.7", Map.of("sql_mode", "ANSI; $(id)", "max_connections", "200")))
                        .args())
                .containsExactly(
                        "mysqld", "--skip-log-bin", "--mysqlx=OFF", "--max_connections=200", "--sql_mode=ANSI; $$(id)");
    }

    /** The server takes the beginning of a name for the name. */
    @ParameterizedTest
    @ValueSource(
            strings = {"port", "skip_grant_tables", "skip_gr", "loose_skip_grant_tables", "datadir", "enable_loose_port"
            })
    void parametersThatAtollReliesOnAreRefusedHoweverTheyAreWritten(String name) {
        assertThat(engine.problemsOf(settings("9.7", Map.of(name, "1"))))
                .extracting(Violation::field)
                .containsExactly("spec.parameters." + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_connections", "innodb_buffer_pool_size", "log_bin", "tmp_table_size", "userstat"})
    void otherParametersAreTaken(String name) {
        assertThat(engine.problemsOf(settings("9.7", Map.of(name, "1")))).isEmpty();
    }

    @Test
    void theOwnerIsNotTheAdministrator() {
        assertThat(engine.administrator(settings("9.7", Map.of()))).contains("root");
        assertThat(engine.binding(new Connection("orders-db.shop.svc", 3306, "orders", "owner_2", "Secret123")))
                .containsEntry("type", "mysql")
                .containsEntry("username", "owner_2")
                .containsEntry("uri", "mysql://owner_2:Secret123@orders-db.shop.svc:3306/orders");
    }

    /** The server's limit is 32, and the second user's name has two more. */
    @Test
    void aLongNameOfAUserIsRefused() {
        var settings = new DatabaseSettings("9.7", null, "orders", "o".repeat(31), Map.of(), false);
        assertThat(engine.problemsOf(settings)).extracting(Violation::field).containsExactly("spec.username");
        assertThat(DatabaseLogin.alternate("o".repeat(30))).hasSize(32);
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
