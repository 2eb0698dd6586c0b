// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedFailureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String EARLIER = "2026-01-01T00:00:00Z";

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void anApiServerThatAilsIsAnOutage(int code) {
        assertThat(RepeatedFailure.isOutage(answer(code, "later"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409, 422})
    void anApiServerThatRefusesIsNone(int code) {
        assertThat(RepeatedFailure.isOutage(answer(code, "no"))).isFalse();
    }

    @Test
    void aWayThatIsCutIsAnOutageHoweverDeepItIsBuried() {
        assertThat(RepeatedFailure.isOutage(new KubernetesClientException("", new IOException("reset"))))
                .isTrue();
        assertThat(RepeatedFailure.isOutage(new CompletionException(new TimeoutException())))
                .isTrue();
    }

    @Test
    void whatCannotBeReadIsNone() {
        assertThat(RepeatedFailure.isOutage(new IllegalArgumentException(new JsonParseException(null, "not JSON"))))
                .isFalse();
    }

    @Test
    void aBugIsNone() {
        assertThat(RepeatedFailure.isOutage(new NullPointerException())).isFalse();
    }

    @Test
    void takesReadyBackAndKeepsWhatIsKnownBesides() {
        var accepted = condition("Accepted", "True", "Accepted");
        var before =
                List.of(accepted, condition("Ready", "False", "CrashLoop"), condition("Stalled", "True", "CrashLoop"));

        var after = RepeatedFailure.conditions(before, orders(), new NullPointerException("secret"), CLOCK);

        assertThat(after).hasSize(2).first().isEqualTo(accepted);
        assertThat(after.getLast())
                .returns("Ready", Condition::type)
                .returns("Unknown", Condition::status)
                .returns("InternalError", Condition::reason)
                .returns(7L, Condition::observedGeneration)
                .returns("2026-01-02T03:04:05Z", Condition::lastTransitionTime);
    }

    @Test
    void namesTheResourceTheProblemAndWhereToLookButNotTheTextOfTheFailure() {
        var message = message(new NullPointerException("secret"));

        assertThat(message)
                .contains("Microservice orders")
                .contains("NullPointerException")
                .contains("a bug or an outage of Atoll")
                .contains("the operator's log")
                .contains("children are left as they are")
                .doesNotContain("secret");
    }

    @Test
    void saysWhatTheApiServerAnswered() {
        assertThat(message(new CompletionException(answer(403, "pods is forbidden"))))
                .contains("the API server answers: pods is forbidden");
    }

    private static String message(Exception failure) {
        return RepeatedFailure.conditions(List.of(), orders(), failure, CLOCK)
                .getLast()
                .message();
    }

    private static KubernetesClientException answer(int code, String message) {
        return new KubernetesClientException(
                message,
                code,
                new StatusBuilder().withCode(code).withMessage(message).build());
    }

    private static Condition condition(String type, String status, String reason) {
        return new Condition(type, status, 6L, EARLIER, reason, "as it was");
    }

    private static Microservice orders() {
        var resource = new Microservice();
        resource.setMetadata(
                new ObjectMetaBuilder().withName("orders").withGeneration(7L).build());
        return resource;
    }
}
