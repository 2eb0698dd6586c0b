// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;

/**
 * Requests at a steady rate, sent by a pod that counts how they end.
 *
 * @param scene where it is
 * @param pod the pod's name
 * @param target what it calls, as the scenario says it
 */
record Stream(Scene scene, String pod, String target) {
    private static final int ENOUGH = 40;

    /**
     * What a stream has counted.
     *
     * @param sent number of requests that have ended
     * @param ok number of those that succeeded
     * @param failed number of the others
     * @param firstFailures some of their reasons
     * @param versions number of answers by the version that gave them
     */
    record Count(
            int sent, int ok, int failed, List<Map<String, String>> firstFailures, Map<String, Integer> versions) {}

    Count count() {
        return Serialization.unmarshal(scene.client().raw(path("report")), Count.class);
    }

    void countAnew() {
        scene.client().raw(path("reset"), "POST", Map.of());
    }

    /** Begins to count when two seconds' requests in a row have succeeded. */
    void awaitSuccess() {
        scene.waitUntil("the pod " + pod + " runs", () -> {
            countAnew();
            return new Seen(true, "");
        });
        scene.waitUntil("requests to " + target + " succeed", () -> {
            Count count = count();
            if (count.failed() > 0) {
                countAnew();
            }
            return Seen.that(count.failed() == 0 && count.sent() >= ENOUGH, count);
        });
        countAnew();
    }

    private String path(String path) {
        return "/api/v1/namespaces/" + scene.namespace().name() + "/pods/" + pod + ":8081/proxy/" + path;
    }
}
