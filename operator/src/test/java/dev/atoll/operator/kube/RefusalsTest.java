// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final ObjectKey KEY = new ObjectKey("Service", "shop", "orders");

    @Test
    void aWebhookThatDoesNotAnswerIsForThePersonWhoRunsIt() {
        var answer = answer(500, "Internal error occurred: failed calling webhook \"guard.example.com\": refused");
        assertThat(Refusals.of(KEY, answer).blocked())
                .returns(Reason.Rejected, Blocked::reason)
                .extracting(Blocked::message)
                .asString()
                .contains("Service orders")
                .contains("guard.example.com")
                .contains("Mend or remove it");
    }

    @Test
    void anObjectThatCannotBeAppliedIsRefusedThoughTheAnswerIsAnErrorOfTheServer() {
        var answer = answer(500, "failed to create typed patch object (shop/orders): duplicate entries for key");
        assertThat(Refusals.of(KEY, answer).blocked())
                .returns(Reason.Rejected, Blocked::reason)
                .extracting(Blocked::message)
                .asString()
                .contains("Service orders")
                .contains("duplicate entries");
    }

    @Test
    void anyOtherErrorOfTheApiServerIsForALaterAttempt() {
        var answer = answer(500, "Internal error occurred: etcd");
        assertThatThrownBy(() -> Refusals.of(KEY, answer)).isSameAs(answer);
    }

    private static KubernetesClientException answer(int code, String message) {
        return new KubernetesClientException(
                message,
                code,
                new StatusBuilder().withCode(code).withMessage(message).build());
    }
}
