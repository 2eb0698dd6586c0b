// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what a status says. */
final class Conditions {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private Conditions() {}

    /**
     * Waits until a condition of the present generation has a status and a reason.
     *
     * @param wanted type, status and reason, as in {@code Ready=False/CrashLoop}
     * @return the condition's message
     */
    static String await(TestNamespace namespace, String kind, String name, String wanted) {
        try {
            Awaitility.await()
                    .atMost(LONG_ENOUGH)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> has(namespace, kind, name, wanted));
        } catch (ConditionTimeoutException e) {
            Assertions.fail(
                    "%s %s does not become %s; it is %s",
                    kind, name, wanted, Manifests.read(namespace, kind, name).get("status"));
        }
        return message(Manifests.read(namespace, kind, name), wanted.substring(0, wanted.indexOf('=')));
    }

    /** Whether a condition of the present generation has a status and a reason, as above. */
    static boolean has(TestNamespace namespace, String kind, String name, String wanted) {
        return of(namespace, kind, name).contains(wanted);
    }

    /** The conditions of the present generation. */
    private static List<String> of(TestNamespace namespace, String kind, String name) {
        var resource = Manifests.read(namespace, kind, name);
        return conditions(resource).stream()
                .filter(condition -> String.valueOf(condition.get("observedGeneration"))
                        .equals(String.valueOf(resource.getMetadata().getGeneration())))
                .map(condition -> condition.get("type") + "=" + condition.get("status") + "/" + condition.get("reason"))
                .toList();
    }

    /** The message of a condition. */
    static String message(GenericKubernetesResource resource, String type) {
        return conditions(resource).stream()
                .filter(condition -> type.equals(condition.get("type")))
                .map(condition -> String.valueOf(condition.get("message")))
                .findFirst()
                .orElse("");
    }

    private static List<Map<String, Object>> conditions(GenericKubernetesResource resource) {
        List<Map<String, Object>> conditions = resource.get("status", "conditions");
        return conditions == null ? List.of() : conditions;
    }
}
