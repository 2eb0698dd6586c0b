// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Then;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What objects say of themselves in their conditions, for the generation that they have now. */
public final class StatusSteps {
    private final Scene scene;

    /** Called by Cucumber. */
    public StatusSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("{kind} {string} is Ready")
    public void isReady(ObjectKind kind, String name) {
        says(kind, name, "Ready=True");
    }

    @Then("{kind} {string} says {word}")
    public void says(ObjectKind kind, String name, String condition) {
        await(kind, name, condition, found -> true, condition);
    }

    @Then("{kind} {string} says {word} with reason {string}")
    public void saysWithReason(ObjectKind kind, String name, String condition, String reason) {
        await(kind, name, condition, found -> reason.equals(found.get("reason")), condition + " with reason " + reason);
    }

    @Then("{kind} {string} says {word} with reason {string} and a message containing {string}")
    public void saysWithMessage(ObjectKind kind, String name, String condition, String reason, String part) {
        await(
                kind,
                name,
                condition,
                found -> reason.equals(found.get("reason"))
                        && String.valueOf(found.get("message")).contains(part),
                condition + " with reason " + reason + " and a message containing \"" + part + "\"");
    }

    @Then("the time this took is reported \\(aim: {int} s)")
    public void theTimeIsReported(int aim) {
        Report.line(scene.namespace().name() + ": " + Report.seconds(scene.took()) + " from the change to what was"
                + " waited for, " + aim + " s are aimed at");
    }

    private void await(
            ObjectKind kind, String name, String condition, Predicate<Map<String, Object>> wanted, String inWords) {
        String[] parts = condition.split("=", 2);
        scene.waitUntil(kind.word() + " " + name + " says " + inWords, () -> {
            var object = kind.in(scene, name).get();
            if (object == null) {
                return Seen.nothing("there is none");
            }
            boolean asWanted = current(object)
                    .filter(found -> parts[0].equals(found.get("type")))
                    .filter(found -> parts.length < 2 || parts[1].equals(found.get("status")))
                    .anyMatch(wanted);
            return Seen.that(asWanted, object.get("status"));
        });
    }

    private static Stream<Map<String, Object>> current(GenericKubernetesResource object) {
        List<Map<String, Object>> conditions = object.get("status", "conditions");
        String generation = String.valueOf(object.getMetadata().getGeneration());
        return conditions == null
                ? Stream.empty()
                : conditions.stream()
                        .filter(condition -> !condition.containsKey("observedGeneration")
                                || generation.equals(String.valueOf(condition.get("observedGeneration"))));
    }
}
