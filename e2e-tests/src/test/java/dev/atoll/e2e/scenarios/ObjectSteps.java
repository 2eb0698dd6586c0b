// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.Manifests;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Applying, patching, labelling and deleting objects, as with kubectl. */
public final class ObjectSteps {
    private final Scene scene;
    private final Placeholders placeholders;

    /** Called by Cucumber. */
    public ObjectSteps(Scene scene, Placeholders placeholders) {
        this.scene = scene;
        this.placeholders = placeholders;
    }

    /** A kind's name in lower case; package-private kinds would be none for Cucumber. */
    @ParameterType(ObjectKind.PATTERN)
    public ObjectKind kind(String word) {
        return ObjectKind.of(word);
    }

    @Given("the manifests in {string}")
    public void theManifestsIn(String file) {
        isApplied(file);
    }

    @When("{string} is applied")
    public void isApplied(String file) {
        String yaml = placeholders.fill(scene.read(file));
        change("apply " + file, () -> Manifests.apply(scene.namespace(), yaml));
    }

    /** What is written before is of an earlier second, and what is written after of a later one. */
    @Given("a second begins, which {string} stands for")
    public void aSecondBegins(String name) {
        var second = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        placeholders.put(name, second.toString());
        scene.waitUntil(second + " is over", () -> Seen.that(Instant.now().isAfter(second), Instant.now()));
    }

    @When("{kind} {string} is patched with:")
    public void isPatchedWith(ObjectKind kind, String name, String yaml) {
        patch(kind, name, yaml);
    }

    @When("{kind} {string} is labelled {string}")
    public void isLabelled(ObjectKind kind, String name, String label) {
        String[] parts = label.split("=", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("a label is written name=value, not " + label);
        }
        patch(kind, name, Serialization.asYaml(Map.of("metadata", Map.of("labels", Map.of(parts[0], parts[1])))));
    }

    @When("{kind} {string} is deleted")
    public void isDeleted(ObjectKind kind, String name) {
        change("delete " + kind.word() + " " + name, () -> kind.in(scene, name).delete());
    }

    @When("the namespace is deleted")
    public void theNamespaceIsDeleted() {
        change("delete the namespace", () -> scene.namespace().delete());
    }

    @Then("{kind} {string} exists")
    public void exists(ObjectKind kind, String name) {
        scene.waitUntil(
                kind.word() + " " + name + " exists",
                () -> Seen.that(kind.in(scene, name).get() != null, "none"));
    }

    @Then("{kind} {string} is gone")
    public void isGone(ObjectKind kind, String name) {
        scene.waitUntil(kind.word() + " " + name + " is gone", () -> {
            var found = kind.in(scene, name).get();
            return Seen.that(found == null, found);
        });
    }

    @Then("{kind} {string} has label {string}")
    public void hasLabel(ObjectKind kind, String name, String label) {
        scene.waitUntil(kind.word() + " " + name + " has label " + label, () -> {
            var labels = kind.in(scene, name).require().getMetadata().getLabels();
            return Seen.that(
                    labels.entrySet().stream().anyMatch(entry -> label.equals(entry.getKey() + "=" + entry.getValue())),
                    labels);
        });
    }

    @Then("the namespace is gone")
    public void theNamespaceIsGone() {
        scene.waitUntil("the namespace is gone", () -> {
            var found = scene.client()
                    .namespaces()
                    .withName(scene.namespace().name())
                    .get();
            return Seen.that(found == null, found == null ? "gone" : Serialization.asYaml(found.getStatus()));
        });
    }

    private void patch(ObjectKind kind, String name, String yaml) {
        String json = Serialization.asJson(Serialization.unmarshal(yaml, Map.class));
        change(
                "patch " + kind.word() + " " + name,
                () -> kind.in(scene, name).patch(PatchContext.of(PatchType.JSON_MERGE), json));
    }

    private void change(String what, Runnable change) {
        try {
            change.run();
        } catch (KubernetesClientException e) {
            throw (AssertionError) scene.failure("It was refused to " + what + ": " + e.getMessage())
                    .initCause(e);
        }
        scene.somethingChanges();
    }
}
