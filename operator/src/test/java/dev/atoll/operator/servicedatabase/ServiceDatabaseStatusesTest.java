// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static dev.atoll.operator.servicedatabase.Given.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a status says when something could not be written; golden cases have the rest. */
class ServiceDatabaseStatusesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void lostCredentialsAreNeitherProgrammedNorReadyAndAPersonMustAct() {
        var conditions = conditions(
                database("").withClaim(""), new Blocked(Reason.CredentialsLost, "Secret orders-db-binding is gone."));
        for (var type : List.of(ConditionType.PROGRAMMED, ConditionType.READY)) {
            assertThat(find(conditions, type)).hasValueSatisfying(condition -> {
                assertThat(condition.status()).isEqualTo("False");
                assertThat(condition.reason()).isEqualTo("CredentialsLost");
            });
        }
        assertThat(find(conditions, ConditionType.STALLED)).isPresent();
    }

    @Test
    void aForeignSecretIsNamedAndTheDatabaseIsNotReady() {
        var conditions =
                conditions(database(""), new Blocked(Reason.NotOwned, "Secret orders-db-binding exists and ..."));
        assertThat(find(conditions, ConditionType.PROGRAMMED))
                .hasValueSatisfying(condition -> assertThat(condition.message()).contains("orders-db-binding"));
        assertThat(find(conditions, ConditionType.READY)).map(Condition::reason).hasValue("NotOwned");
    }

    @Test
    void objectsMadeForAnEarlierResourceWereTakenOver() {
        var conditions =
                conditions(database("").withClaimMadeFor("an-earlier-one").withSecret());
        assertThat(find(conditions, ConditionType.PROGRAMMED)).hasValueSatisfying(condition -> {
            assertThat(condition.reason()).isEqualTo("Adopted");
            assertThat(condition.message())
                    .contains("PersistentVolumeClaim data-orders-db-0")
                    .doesNotContain("Secret");
        });
    }

    @Test
    void objectsMadeForTheResourceAreItsOwn() {
        var conditions = conditions(database("").withClaimMadeFor(null));
        assertThat(find(conditions, ConditionType.PROGRAMMED))
                .map(Condition::reason)
                .hasValue("Programmed");
    }

    private static List<Condition> conditions(Given given, Blocked... blocked) {
        return ServiceDatabaseStatuses.after(
                        given.observed(),
                        given.checked(),
                        new Applied(List.<HasMetadata>of(), List.of(blocked), 0),
                        List.of(),
                        CLOCK)
                .conditions();
    }

    private static Optional<Condition> find(List<Condition> conditions, ConditionType type) {
        return Conditions.find(conditions, type);
    }
}
