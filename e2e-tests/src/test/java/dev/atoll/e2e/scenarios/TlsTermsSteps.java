// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.kind.SharedCluster;
import dev.atoll.e2e.scenarios.TlsCall.Outcome;
import dev.atoll.e2e.scenarios.TlsCall.Outcome.Answered;
import dev.atoll.e2e.scenarios.TlsCall.Outcome.Refused;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** On which terms a gateway speaks TLS: who gets a connection, and who does not. */
public final class TlsTermsSteps {
    private static final String NEWEST = "TLSv1.3";

    private final Scene scene;
    private final PublishedRoute route;
    private final Map<String, Secret> clients = new HashMap<>();

    /** Called by Cucumber. */
    public TlsTermsSteps(Scene scene, PublishedRoute route) {
        this.scene = scene;
        this.route = route;
    }

    /** Each client is its own authority. */
    @Given("Secret {string} vouches for the client {string}")
    public void vouches(String secret, String client) {
        var made = client(client);
        apply(new SecretBuilder()
                .withNewMetadata()
                .withName(secret)
                .endMetadata()
                .addToStringData(
                        "ca.crt", Objects.requireNonNull(made.getStringData().get("tls.crt")))
                .build());
    }

    @When("Secret {string} is taken away")
    public void isTakenAway(String secret) {
        scene.client()
                .secrets()
                .inNamespace(scene.namespace().name())
                .withName(secret)
                .delete();
    }

    /** Whoever may write an Ingress in any namespace can do that. */
    @When("somebody else makes an Ingress for the same host and {string} without any terms")
    public void somebodyElse(String service) {
        if (route.isRefused()) {
            return;
        }
        // spotless:off
        var ingress = new IngressBuilder()
            .withNewMetadata()
                .withName("intruder")
                .withNamespace(scene.namespace().name())
                .addToAnnotations("traefik.ingress.kubernetes.io/router.tls", "true")
            .endMetadata()
            .withNewSpec()
                .withIngressClassName(GatewayRun.current().gateway().program())
                .addNewRule()
                    .withHost(route.host())
                    .withNewHttp()
                        .addNewPath()
                            .withPath("/intruder")
                            .withPathType("Prefix")
                            .withNewBackend()
                                .withNewService()
                                    .withName(service)
                                    .withNewPort()
                                        .withName("http")
                                    .endPort()
                                .endService()
                            .endBackend()
                        .endPath()
                    .endHttp()
                .endRule()
            .endSpec()
            .build();
        // spotless:on
        scene.client().resource(ingress).create();
    }

    @When("the other Ingress is gone again")
    public void somebodyElseIsGone() {
        if (!route.isRefused()) {
            scene.client()
                    .network()
                    .v1()
                    .ingresses()
                    .inNamespace(scene.namespace().name())
                    .withName("intruder")
                    .delete();
        }
    }

    @Then("GET {string} is answered by {string} over TLS for the client {string}")
    public void isAnswered(String path, String service, String client) {
        waitForAnswer(path, NEWEST, Optional.of(client(client)), service);
    }

    @Then("GET {string} is answered by {string} over {word}")
    public void isAnsweredOver(String path, String service, String version) {
        waitForAnswer(path, version, Optional.empty(), service);
    }

    /** It never was, so once is enough. */
    @Then("GET {string} gets no connection for the client {string}")
    public void isRefused(String path, String client) {
        requireRefusal(path, NEWEST, Optional.of(client(client)));
    }

    /** It never was, so once is enough. */
    @Then("GET {string} gets no connection for a client without a certificate")
    public void isRefused(String path) {
        requireRefusal(path, NEWEST, Optional.empty());
    }

    /** It never was, so once is enough. */
    @Then("GET {string} gets no connection over {word}")
    public void isRefusedOver(String path, String version) {
        requireRefusal(path, version, Optional.empty());
    }

    /** Until then the client is answered, and nobody else ever is. */
    @Then(
            "GET {string} gets no connection any more for the client {string}, and never does for a client without a certificate")
    public void isRefusedInTheEnd(String path, String client) {
        if (route.isRefused()) {
            return;
        }
        scene.waitUntil(client + " gets no connection any more", () -> {
            requireRefusal(path, NEWEST, Optional.empty());
            var outcome = call(path, NEWEST, Optional.of(client(client)));
            return Seen.that(outcome instanceof Refused || isNotServed(outcome), outcome);
        });
        requireRefusal(path, NEWEST, Optional.empty());
    }

    private void waitForAnswer(String path, String version, Optional<Secret> identity, String service) {
        if (!route.isRefused()) {
            scene.waitUntil("GET %s is answered by %s over %s".formatted(path, service, version), () -> {
                var outcome = call(path, version, identity);
                return Seen.that(
                        outcome instanceof Answered(String text)
                                && text.startsWith("HTTP/1.1 200")
                                && text.contains(service),
                        outcome);
            });
        }
    }

    private void requireRefusal(String path, String version, Optional<Secret> identity) {
        if (!route.isRefused()) {
            var outcome = call(path, version, identity);
            if (!(outcome instanceof Refused) && !isNotServed(outcome)) {
                throw scene.failure("GET %s over %s is answered: %s".formatted(path, version, outcome));
            }
        }
    }

    /** A host that nobody serves is a connection on the gateway's own terms, by which nobody gets anywhere. */
    private static boolean isNotServed(Outcome outcome) {
        return outcome instanceof Answered(String text) && text.startsWith("HTTP/1.1 404");
    }

    private Outcome call(String path, String version, Optional<Secret> identity) {
        var gateway = SharedCluster.get()
                .kind()
                .gateway(GatewayRun.current().gateway().program(), true);
        return new TlsCall(gateway, route.host(), path, version, identity).send();
    }

    private Secret client(String name) {
        return clients.computeIfAbsent(name, made -> SelfMadeCertificate.secret(made, made));
    }

    private void apply(Secret secret) {
        secret.getMetadata().setNamespace(scene.namespace().name());
        scene.client().resource(secret).forceConflicts().serverSideApply();
    }
}
