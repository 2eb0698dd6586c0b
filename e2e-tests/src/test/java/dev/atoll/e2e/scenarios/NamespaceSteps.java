// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.Manifests;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/** What keeps namespaces apart: network policies, rights, and what a namespace admits. */
public final class NamespaceSteps {
    private static final List<String> WAYS_TO_READ = List.of("get", "list", "watch");

    private final Scene scene;
    private final Connection connection;

    /** Called by Cucumber. */
    public NamespaceSteps(Scene scene) {
        this.scene = scene;
        this.connection = new Connection(scene);
    }

    /** Later steps are about that namespace of the scenario, which is made when it is first named. */
    @Given("we are in namespace {string}")
    public void weAreIn(String namespace) {
        scene.turnTo(namespace);
    }

    @Given("the cluster enforces NetworkPolicies")
    public void theClusterEnforcesPolicies() {
        String line = scene.cluster()
                .kind()
                .status()
                .lines()
                .filter(text -> text.startsWith("network policies: "))
                .findFirst()
                .orElse("network policies: nobody knows");
        Report.line(scene.namespace().name() + ": " + line);
        if (!line.contains(": enforced by ")) {
            throw scene.failure("This cluster does not enforce NetworkPolicies (" + line
                    + "), so nothing of this scenario can be seen in it; run it where they are enforced.");
        }
    }

    @Then("a pod of {string} can connect to {string}")
    public void canConnect(String service, String target) {
        scene.waitUntil(
                "a pod of " + service + " connects to " + target,
                () -> connection.from(service, target).isMade());
    }

    @Then("a pod of {string} can connect to {string} of namespace {string}")
    public void canConnect(String service, String target, String namespace) {
        canConnect(service, inNamespace(target, namespace));
    }

    @Then("a pod of {string} cannot connect to {string}")
    public void cannotConnect(String service, String target) {
        scene.waitUntil(
                "a pod of " + service + " can no longer connect to " + target,
                () -> connection.from(service, target).isCutOff());
    }

    @Then("a pod of {string} cannot connect to {string} of namespace {string}")
    public void cannotConnect(String service, String target, String namespace) {
        cannotConnect(service, inNamespace(target, namespace));
    }

    @Then("the account of {string} may read no Secrets")
    public void mayReadNoSecrets(String service) {
        mayReadNoSecretsIn(scene.namespace().name(), service);
    }

    @Then("the account of {string} may read no Secrets of namespace {string}")
    public void mayReadNoSecrets(String service, String namespace) {
        mayReadNoSecretsIn(scene.nameOf(namespace), service);
    }

    @Then("{string} is refused with a message containing {string}")
    public void isRefused(String file, String part) {
        try {
            Manifests.apply(scene.namespace(), scene.read(file));
        } catch (KubernetesClientException e) {
            if (String.valueOf(e.getMessage()).contains(part)) {
                return;
            }
            throw scene.failure(file + " was refused for another reason: " + e.getMessage());
        }
        throw scene.failure(file + " was not refused.");
    }

    private String inNamespace(String target, String namespace) {
        return target.replaceFirst(":", "." + scene.nameOf(namespace) + ":");
    }

    private void mayReadNoSecretsIn(String namespace, String service) {
        PodSpec pod = scene.client()
                .apps()
                .deployments()
                .inNamespace(scene.namespace().name())
                .withName(service)
                .require()
                .getSpec()
                .getTemplate()
                .getSpec();
        String user = "system:serviceaccount:" + scene.namespace().name() + ":" + pod.getServiceAccountName();
        for (String verb : WAYS_TO_READ) {
            if (may(user, verb, namespace)) {
                throw scene.failure(user + " may " + verb + " the Secrets of " + namespace + ".");
            }
        }
        if (!Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())) {
            throw scene.failure("The pods of " + service + " are given a token of the API server.");
        }
    }

    private boolean may(String user, String verb, String namespace) {
        // spotless:off
        var question = new SubjectAccessReviewBuilder()
            .withNewSpec()
                .withUser(user)
                .withGroups("system:serviceaccounts", "system:serviceaccounts:" + scene.namespace().name(),
                        "system:authenticated")
                .withNewResourceAttributes()
                    .withVerb(verb)
                    .withResource("secrets")
                    .withNamespace(namespace)
                .endResourceAttributes()
            .endSpec()
            .build();
        // spotless:on
        var answer = scene.client().authorization().v1().subjectAccessReview().create(question);
        return Boolean.TRUE.equals(answer.getStatus().getAllowed());
    }
}
