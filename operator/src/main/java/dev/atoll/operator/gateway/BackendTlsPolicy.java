// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atoll.api.v1alpha1.gatewayroute.BackendTls;
import dev.atoll.operator.gateway.Route.Target;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Optional;

/** The Gateway API's BackendTLSPolicy: every Gateway asks a port of a Service by TLS, whatever route leads there. */
@Group("gateway.networking.k8s.io")
@Version("v1")
@Kind("BackendTLSPolicy")
@Plural("backendtlspolicies")
public final class BackendTlsPolicy extends CustomResource<BackendTlsPolicy.Spec, PolicyStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    static BackendTlsPolicy of(ObjectMeta metadata, Target target, BackendTls tls) {
        var policy = new BackendTlsPolicy();
        policy.setMetadata(metadata);
        policy.setSpec(new Spec(
                List.of(new ServicePort("", "Service", target.service(), target.portName())),
                new Validation(
                        tls.hostname(),
                        List.of(new Reference(
                                "", "ConfigMap", tls.caCertificate().configMapName())))));
        return policy;
    }

    /** What the controller of a Gateway says of it. */
    public List<Condition> said(RouteParent parent, String controller) {
        return Optional.ofNullable(getStatus())
                .map(status ->
                        status.ofService(parent, controller, getMetadata().getNamespace()))
                .orElse(List.of());
    }

    /** What that comes to, of this version of the policy or an earlier one. */
    public Standing standing(RouteParent parent, String controller) {
        var accepted = said(parent, controller).stream()
                .filter(condition -> "Accepted".equals(condition.getType()))
                .map(condition -> "True".equals(condition.getStatus()))
                .toList();
        if (accepted.isEmpty()) {
            return Standing.UNSEEN;
        }
        return accepted.contains(false) ? Standing.REFUSED : Standing.IN_FORCE;
    }

    /** Whether another policy says the same of the same port, so that it does not matter which of them counts. */
    public boolean saysTheSame(BackendTlsPolicy other) {
        return getMetadata().getNamespace().equals(other.getMetadata().getNamespace())
                && getSpec().equals(other.getSpec());
    }

    /** The name of the Service. */
    public String service() {
        return getSpec().targetRefs().getFirst().name();
    }

    /** What a controller says of a policy, in a word. */
    public enum Standing {
        UNSEEN,
        IN_FORCE,
        REFUSED
    }

    /** The part of the Gateway API's schema that Atoll writes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spec(List<ServicePort> targetRefs, Validation validation) {}

    /** A port of a Service in the policy's namespace, by its name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ServicePort(String group, String kind, String name, String sectionName) {}

    /** How the Service proves who it is: by that name in a certificate which one of these authorities has signed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Validation(String hostname, List<Reference> caCertificateRefs) {}

    /** An object of the policy's namespace. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reference(String group, String kind, String name) {}
}
