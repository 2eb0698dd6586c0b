// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The operator's settings, under {@code atoll.} in properties and {@code ATOLL_} in the environment. Nothing else reads
 * configuration.
 */
@ConfigMapping(prefix = "atoll")
public interface OperatorConfig {

    /** Namespaces to watch; absent: all of them. */
    Optional<List<String>> namespaces();

    /** Number of custom resources of one kind that are reconciled at the same time. */
    @WithDefault("10")
    int reconcileThreads();

    /** Longest time between two looks at a resource, as a net below lost events. */
    @WithDefault("10m")
    Duration maxReconcileInterval();

    /** How long to wait before trying again what only a change outside of Atoll's sight can mend, such as a quota. */
    @WithDefault("30s")
    Duration retryInterval();

    /** The operator's own image, which the Jobs of backups run as well. */
    @WithDefault("atoll-operator")
    String image();

    /** When that is pulled. */
    @WithDefault("IfNotPresent")
    String imagePullPolicy();

    /** Electing one of several replicas. */
    LeaderElection leaderElection();

    /** What Prometheus is told. */
    Metrics metrics();

    /** Namespaces that generated NetworkPolicies let in. */
    NetworkAccess networkAccess();

    /** The ConfigMap that says where the services of a namespace are reached. */
    Registry registry();

    /** Electing one of several replicas. */
    interface LeaderElection {
        /** Whether to elect; needed as soon as there is more than one replica. */
        @WithDefault("false")
        boolean enabled();

        /** Name of the Lease. */
        @WithDefault("atoll-operator")
        String leaseName();

        /** Namespace of the Lease; absent: the operator's own. */
        Optional<String> leaseNamespace();
    }

    /** The ConfigMap that says where the services of a namespace are reached. */
    interface Registry {
        /** Whether each namespace with services gets one. */
        @WithDefault("false")
        boolean enabled();

        /** Shortest time between two writes of one of them. */
        @WithDefault("5s")
        Duration interval();
    }

    /** What Prometheus is told. */
    interface Metrics {
        /** Number of custom resources that have a gauge of their own. */
        @WithDefault("2000")
        int maxResources();
    }

    /** Namespaces that generated NetworkPolicies let in. */
    interface NetworkAccess {
        /** Where gateway controllers and their proxies run. */
        @WithDefault("traefik,envoy-gateway-system,haproxy-controller,nginx-ingress,ingress-nginx")
        List<String> gatewayNamespaces();

        /** Where what scrapes metrics runs. */
        @WithDefault("monitoring")
        List<String> monitoringNamespaces();
    }
}
