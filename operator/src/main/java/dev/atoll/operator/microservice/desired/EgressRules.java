// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.ExternalHost;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.microservice.MicroserviceModel;
import dev.atoll.operator.microservice.MicroserviceModel.Callee;
import dev.atoll.operator.microservice.MicroserviceModel.OutsideServer;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.List;
import java.util.stream.Stream;

/** Whom a service may call that declares everything it calls: dependencies, its databases, DNS and outside hosts. */
final class EgressRules {
    private static final int DNS = 53;
    private static final String ANYWHERE = "0.0.0.0/0";
    private static final String ANYWHERE_V6 = "::/0";

    private EgressRules() {}

    static List<NetworkPolicyEgressRule> of(MicroserviceModel model) {
        var network = model.network();
        return Stream.of(
                        Stream.of(dns()),
                        network.callees().stream().map(EgressRules::callee),
                        network.databases().stream().map(EgressRules::database),
                        network.outsideServers().stream().map(EgressRules::server),
                        network.externalHosts().stream().map(EgressRules::external))
                .flatMap(rules -> rules)
                .toList();
    }

    private static NetworkPolicyEgressRule dns() {
        // To any address: where DNS runs (kube-system, a node-local cache) differs from cluster to cluster.
        return new NetworkPolicyEgressRuleBuilder()
                .withPorts(port("UDP", new IntOrString(DNS)), port("TCP", new IntOrString(DNS)))
                .build();
    }

    private static NetworkPolicyEgressRule callee(Callee callee) {
        var rule = new NetworkPolicyEgressRuleBuilder().withTo(IngressRules.service(callee.service()));
        // By name: the number is the callee's business, and it is the container's that counts here.
        return callee.port() == null
                ? rule.build()
                : rule.withPorts(port(ServicePorts.transport(callee.protocol()), new IntOrString(callee.port())))
                        .build();
    }

    private static NetworkPolicyEgressRule database(String name) {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(IngressRules.pods(Labels.selector(name, Identity.DATABASE)))
                .build();
    }

    private static NetworkPolicyEgressRule external(ExternalHost host) {
        var blocks = host.cidr() == null ? anywhere() : List.of(block(host.cidr()));
        var ports = host.ports().stream()
                .map(number -> port("TCP", new IntOrString(number)))
                .toList();
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(blocks)
                .withPorts(ports)
                .build();
    }

    /** By its namespace where it is a Service of this cluster, for not every network counts pods among the addresses. */
    private static NetworkPolicyEgressRule server(OutsideServer server) {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(Names.namespaceOf(server.host())
                        .map(namespace -> List.of(IngressRules.namespaces(List.of(namespace))))
                        .orElseGet(EgressRules::anywhere))
                .withPorts(port("TCP", new IntOrString(server.port())))
                .build();
    }

    private static List<NetworkPolicyPeer> anywhere() {
        return List.of(block(ANYWHERE), block(ANYWHERE_V6));
    }

    private static NetworkPolicyPeer block(String cidr) {
        return new NetworkPolicyPeerBuilder()
                .withIpBlock(new IPBlock(cidr, List.of()))
                .build();
    }

    private static NetworkPolicyPort port(String protocol, IntOrString port) {
        return new NetworkPolicyPortBuilder()
                .withProtocol(protocol)
                .withPort(port)
                .build();
    }
}
