// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.List;
import java.util.stream.Stream;

/** Lets in the pods of the owner and the Jobs of backups and nobody else, whatever the isolation of the owner. */
public final class DatabaseNetworkPolicy {
    private DatabaseNetworkPolicy() {}

    public static NetworkPolicy of(ServiceDatabaseModel model) {
        // spotless:off
        return new NetworkPolicyBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withNewPodSelector()
                    .withMatchLabels(Labels.selector(model.identity()))
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .addNewIngress()
                    .withFrom(model.isClosed() ? beginners(model) : users(model))
                    .withPorts(port(model.server().port().number()))
                .endIngress()
            .endSpec()
            .build();
        // spotless:on
    }

    private static List<NetworkPolicyPeer> users(ServiceDatabaseModel model) {
        return Stream.of(
                        Stream.of(pods(model.service(), Identity.SERVICE)),
                        model.isMigrated()
                                ? Stream.of(pods(model.service(), Identity.MIGRATION))
                                : Stream.<NetworkPolicyPeer>empty(),
                        Stream.of(
                                pods(model.identity().name(), Identity.BACKUP),
                                pods(model.identity().name(), Identity.CREDENTIALS)))
                .flatMap(peers -> peers)
                .toList();
    }

    /** Those that come before any other, while the data is not what it is to begin with. */
    private static List<NetworkPolicyPeer> beginners(ServiceDatabaseModel model) {
        return List.of(pods(model.identity().name(), Identity.INITIALIZATION));
    }

    private static NetworkPolicyPeer pods(String name, String component) {
        // spotless:off
        return new NetworkPolicyPeerBuilder()
            .withNewPodSelector()
                .withMatchLabels(Labels.selector(name, component))
            .endPodSelector()
            .build();
        // spotless:on
    }

    private static NetworkPolicyPort port(int number) {
        return new NetworkPolicyPortBuilder()
                .withProtocol("TCP")
                .withPort(new IntOrString(number))
                .build();
    }
}
