// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Given;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Objects;

/** Certificates of services, and of who has signed them: each signs itself. */
public final class GatewayTlsSteps {
    private final Scene scene;
    private final Placeholders placeholders;

    /** Called by Cucumber. */
    public GatewayTlsSteps(Scene scene, Placeholders placeholders) {
        this.scene = scene;
        this.placeholders = placeholders;
    }

    @Given("Secret {string} has a certificate for {string} which ConfigMap {string} vouches for")
    public void aCertificate(String secret, String host, String configMap) {
        var made = SelfMadeCertificate.secret(secret, placeholders.fill(host));
        apply(made);
        vouch(configMap, made);
    }

    @Given("ConfigMap {string} vouches for another certificate for {string}")
    public void anotherCertificate(String configMap, String host) {
        vouch(configMap, SelfMadeCertificate.secret("another", placeholders.fill(host)));
    }

    private void vouch(String configMap, Secret certificate) {
        apply(new ConfigMapBuilder()
                .withNewMetadata()
                .withName(configMap)
                .endMetadata()
                .addToData(
                        "ca.crt",
                        Objects.requireNonNull(certificate.getStringData().get("tls.crt")))
                .build());
    }

    private void apply(HasMetadata object) {
        object.getMetadata().setNamespace(scene.namespace().name());
        scene.client().resource(object).forceConflicts().serverSideApply();
    }
}
