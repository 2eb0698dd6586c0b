// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.Isolation;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.microservice.MicroserviceModel;
import dev.atoll.operator.microservice.MicroserviceModel.GatewayPods;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may call a service. */
final class IngressRules {
    /** Kubernetes labels every namespace with its name. */
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    /** The Gateway API has implementations label what they start for a Gateway. */
    private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

    private IngressRules() {}

    static List<NetworkPolicyIngressRule> of(MicroserviceModel model) {
        var network = model.network();
        boolean declared = network.isolation() == Isolation.Declared;
        var callers = declared
                ? network.callers().stream().map(IngressRules::service)
                : Stream.of(pods(Labels.application(model.identity().application())));
        var gateway = declared && !network.routed()
                ? Stream.<NetworkPolicyPeer>empty()
                : Stream.of(namespaces(network.open().gateways()));
        var gatewayPods = network.gateways().stream().map(IngressRules::gatewayPods);
        var monitoring = Stream.of(namespaces(network.open().monitoring()));
        var peers = Stream.of(callers, gateway, gatewayPods, monitoring)
                .flatMap(part -> part)
                .toList();
        return List.of(new NetworkPolicyIngressRuleBuilder().withFrom(peers).build());
    }

    /** The pods of a service in the same namespace. */
    static NetworkPolicyPeer service(String name) {
        return pods(Labels.selector(name, Identity.SERVICE));
    }

    /** Pods of the same namespace. */
    static NetworkPolicyPeer pods(Map<String, String> labels) {
        // spotless:off
        return new NetworkPolicyPeerBuilder()
            .withNewPodSelector()
                .withMatchLabels(labels)
            .endPodSelector()
            .build();
        // spotless:on
    }

    private static NetworkPolicyPeer gatewayPods(GatewayPods gateway) {
        // spotless:off
        return new NetworkPolicyPeerBuilder()
            .withNewNamespaceSelector()
                .withMatchLabels(Map.of(NAMESPACE_NAME, gateway.namespace()))
            .endNamespaceSelector()
            .withNewPodSelector()
                .withMatchLabels(Map.of(GATEWAY_NAME, gateway.gateway()))
            .endPodSelector()
            .build();
        // spotless:on
    }

    /** All pods of some namespaces. */
    static NetworkPolicyPeer namespaces(List<String> names) {
        // spotless:off
        return new NetworkPolicyPeerBuilder()
            .withNewNamespaceSelector()
                .withMatchExpressions(new LabelSelectorRequirement(NAMESPACE_NAME, "In", names))
            .endNamespaceSelector()
            .build();
        // spotless:on
    }
}
