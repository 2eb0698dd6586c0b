// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the official image, as its Dockerfiles and its entry point have it. */
class PostgreSqlEngineTest {
    private final DatabaseEngine engine =
            DatabaseEngines.find(Engine.PostgreSQL).orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"15", "16", "17", "15.10", "17.2"})
    void untilSeventeenTheVolumeIsTheDataFolderAndTheDataBelowIt(String version) {
        var server = engine.server(settings(version));
        assertThat(server.dataPath()).isEqualTo("/var/lib/postgresql/data");
        assertThat(server.env()).containsEntry("PGDATA", "/var/lib/postgresql/data/pgdata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "18.0", "18.3"})
    void fromEighteenTheVolumeIsTheFolderAboveAllMajorVersions(String version) {
        var server = engine.server(settings(version));
        assertThat(server.dataPath()).isEqualTo("/var/lib/postgresql");
        assertThat(server.env()).containsEntry("PGDATA", "/var/lib/postgresql/18/docker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "16", "17", "18"})
    void everyMajorVersionKeepsTheRestOfTheContract(String version) {
        assertThat(engine.problemsOf(settings(version))).isEmpty();
        var server = engine.server(settings(version));
        assertThat(server.image()).isEqualTo("postgres:" + version);
        assertThat(server.user()).isEqualTo(999);
        assertThat(server.port().number()).isEqualTo(5432);
        assertThat(server.env())
                .containsEntry("POSTGRES_DB", "orders")
                .containsEntry("POSTGRES_USER", "postgres")
                .containsEntry("POSTGRES_PASSWORD_FILE", "/etc/atoll/administrator/password");
        assertThat(server.secretFiles()).containsExactly("password");
        assertThat(server.scratch())
                .extracting(DatabaseServer.Scratch::path)
                .containsExactly("/var/run/postgresql", "/tmp", "/dev/shm");
        assertThat(server.readyCommand()).startsWith("pg_isready", "-h", "127.0.0.1");
        assertThat(server.gracePeriodSeconds()).isGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "19", "9.6", "17.2.1", "latest"})
    void otherVersionsAreRefusedWithTheListOfThose(String version) {
        assertThat(engine.problemsOf(settings(version))).singleElement().satisfies(violation -> {
            assertThat(violation.reason()).isEqualTo(Reason.EngineNotSupported);
            assertThat(violation.text())
                    .startsWith("spec.version: is " + version)
                    .contains("15, 16, 17, 18");
        });
    }

    @Test
    void theImageOfTheUserIsTakenAsItIs() {
        assertThat(engine.server(settings("17", "mirror:5000/library/postgres:17.2-alpine"))
                        .image())
                .isEqualTo("mirror:5000/library/postgres:17.2-alpine");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres:16",
        "postgres:16.4-bookworm",
        "mirror:5000/library/postgres:18",
        "registry.example.com/postgresql:15.2",
        "bitnami/postgresql:17",
        "docker.io/bitnamilegacy/postgresql:17.5.0"
    })
    void anImageOfAnotherVersionOrContractIsRefused(String image) {
        assertThat(engine.problemsOf(settings("17", image)))
                .singleElement()
                .extracting(Violation::field)
                .isEqualTo("spec.image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres",
                "postgres:17",
                "postgres:latest",
                "registry:5000/postgres@sha256:0000",
                "registry.example.com/shop/orders-db:3",
                "registry.example.com/our-postgres:2"
            })
    void anImageThatMayWellFitIsTaken(String image) {
        assertThat(engine.problemsOf(settings("17", image))).isEmpty();
    }

    @Test
    void parametersBecomeArgumentsInTheOrderOfTheirNamesAndNeverAShell() {
        var parameters =
                Map.of("work_mem", "8MB", "application_name", "a b; $(rm -rf /) \"'", "max_connections", "200");
        assertThat(engine.server(settings(parameters)).args())
                .containsExactly(
                        "postgres",
                        "-c",
                        "application_name=a b; $$(rm -rf /) \"'",
                        "-c",
                        "max_connections=200",
                        "-c",
                        "work_mem=8MB");
    }

    @Test
    void withoutParametersTheImagesOwnCommandStays() {
        assertThat(engine.server(settings("17")).args()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"port", "listen_addresses", "data_directory", "hba_file", "unix_socket_directories"})
    void parametersThatTheOperatorReliesOnAreRefused(String name) {
        assertThat(engine.problemsOf(settings(Map.of(name, "1"))))
                .extracting(Violation::field)
                .containsExactly("spec.parameters." + name);
    }

    @Test
    void aParameterWithAControlCharacterIsRefused() {
        assertThat(engine.problemsOf(settings(Map.of("work_mem", "8MB\nfsync=off"))))
                .extracting(Violation::field)
                .containsExactly("spec.parameters.work_mem");
    }

    @ParameterizedTest
    @CsvSource({
        "template1, owner, spec.database",
        "orders, pg_owner, spec.username",
        "orders, public, spec.username",
        "orders, postgres, spec.username"
    })
    void namesThatTheServerKeepsForItselfAreRefused(String database, String username, String field) {
        var settings = new DatabaseSettings("17", null, database, username, Map.of(), false);
        assertThat(engine.problemsOf(settings)).extracting(Violation::field).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"17, 18, true", "17.2, 16, false", "16.4, 17.1, true", "18, 17, false"})
    void anotherMajorVersionCannotOpenTheDataButALaterOneTakesABackup(String from, String to, boolean isLater) {
        assertThat(problemOfChange(from, to)).singleElement().satisfies(violation -> {
            assertThat(violation.reason()).isEqualTo(Reason.FeatureNotSupported);
            assertThat(violation.message()).contains("set it back to " + from.replaceFirst("[.].*", ""));
            assertThat(violation.message().contains("DatabaseRestore")).isEqualTo(isLater);
        });
    }

    @Test
    void anEarlierMinorVersionIsRefused() {
        assertThat(problemOfChange("17.4", "17.2"))
                .extracting(Violation::message)
                .singleElement()
                .asString()
                .contains("downgrade");
    }

    @ParameterizedTest
    @CsvSource({"17.2, 17.4", "17.2, 17", "17, 17.4", "17, 17"})
    void aLaterMinorVersionIsARestart(String from, String to) {
        assertThat(problemOfChange(from, to)).isEmpty();
    }

    @Test
    void theBindingHasTheWellKnownEntries() {
        assertThat(engine.binding(new Connection("orders-db.shop.svc", 5432, "orders", "owner_2", "Secret123")))
                .containsOnlyKeys("type", "host", "port", "database", "username", "password", "uri")
                .containsEntry("type", "postgresql")
                .containsEntry("uri", "postgresql://owner_2:Secret123@orders-db.shop.svc:5432/orders");
    }

    @Test
    void theOwnerIsMadeAtTheFirstStartAndIsNotTheAdministrator() {
        assertThat(engine.administrator(settings("17"))).contains("postgres");
        var server = engine.server(settings("17"));
        assertThat(server.env())
                .containsEntry("ATOLL_OWNER", "owner")
                .containsEntry("ATOLL_OWNER_PASSWORD_FILE", "/etc/atoll/credentials/password");
        assertThat(server.administratorFiles()).containsExactly("password");
        assertThat(server.firstStart()).containsOnlyKeys("create-owner.sh");
        assertThat(server.firstStart().values())
                .allSatisfy(script -> assertThat(script)
                        .contains("$ATOLL_OWNER", "$ATOLL_OWNER_PASSWORD_FILE")
                        .doesNotContain("Secret123"));
    }

    @Test
    void dataWhoseOwnerIsTheAdministratorStaysAsItIs() {
        var settings = new DatabaseSettings("17", null, "orders", "postgres", Map.of(), true);

        assertThat(engine.problemsOf(settings)).isEmpty();
        assertThat(engine.administrator(settings)).isEmpty();
        var server = engine.server(settings);
        assertThat(server.env())
                .containsEntry("POSTGRES_USER", "postgres")
                .containsEntry("POSTGRES_PASSWORD_FILE", "/etc/atoll/credentials/password")
                .doesNotContainKey("ATOLL_OWNER");
        assertThat(server.administratorFiles()).isEmpty();
        assertThat(server.firstStart()).isEmpty();
    }

    @Test
    void everyEngineIsFound() {
        assertThat(DatabaseEngines.kinds()).containsExactlyInAnyOrder(Engine.values());
    }

    private List<Violation> problemOfChange(String from, String to) {
        return engine
                .problemOfChange(
                        EngineVersion.parse(from).orElseThrow(),
                        EngineVersion.parse(to).orElseThrow())
                .stream()
                .toList();
    }

    private static DatabaseSettings settings(String version) {
        return settings(version, null);
    }

    private static DatabaseSettings settings(String version, @Nullable String image) {
        return new DatabaseSettings(version, image, "orders", "owner", Map.of(), false);
    }

    private static DatabaseSettings settings(Map<String, String> parameters) {
        return new DatabaseSettings("17", null, "orders", "owner", parameters, false);
    }
}
