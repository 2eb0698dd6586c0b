// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.PrunedStore;
import dev.atoll.operator.kube.StoredForm;
import dev.atoll.operator.registry.RegistryReconciler;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationService;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.quarkiverse.operatorsdk.runtime.QuarkusConfigurationService;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Set;

/**
 * Puts the reconcilers together with the settings that the SDK needs to be safe.
 *
 * <p>The extension's own producer is replaced, since it drops {@code triggerReconcilerOnAllEvents} (7.7.3). Without it
 * the SDK (5.3.2) can stop reconciling a resource for good when its cache misses it for a moment.
 */
@ApplicationScoped
public class OperatorFactory {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    /** The operator with all reconcilers registered; the extension starts and stops it. */
    @Produces
    @ApplicationScoped
    Operator operator(
            QuarkusConfigurationService base,
            OperatorConfig config,
            KubernetesClient client,
            Instance<Reconciler<? extends HasMetadata>> reconcilers) {
        var operator = new Operator(ConfigurationService.newOverriddenConfigurationService(
                base, overrider -> configure(overrider, config, client)));
        var form = new StoredForm(client.getKubernetesSerialization());
        reconcilers.forEach(reconciler -> register(operator, reconciler, config, form));
        return operator;
    }

    private static void configure(
            ConfigurationServiceOverrider overrider, OperatorConfig config, KubernetesClient client) {
        // Otherwise the SDK makes one of its own, which reads with other limits. Whoever made this one closes it.
        overrider.withKubernetesClient(client).withCloseClientOnStop(false);
        overrider.withConcurrentReconciliationThreads(config.reconcileThreads());
        if (config.leaderElection().enabled()) {
            var election = config.leaderElection();
            var builder = LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(election.leaseName());
            election.leaseNamespace().ifPresent(builder::withLeaseNamespace);
            builder.withLeaderCallbacks(new LeaderCallbacks(() -> {}, OperatorFactory::end, leader -> {}));
            overrider.withLeaderElectionConfiguration(builder.build());
        }
    }

    /** Whoever loses the lease must not go on beside its successor; the SDK (5.3.2) would, so the process ends. */
    private static void end() {
        Quarkus.asyncExit(1);
    }

    private static <P extends HasMetadata> void register(
            Operator operator, Reconciler<P> reconciler, OperatorConfig config, StoredForm form) {
        if (reconciler instanceof RegistryReconciler) {
            registerRegistry(operator, reconciler, config);
            return;
        }
        operator.register(reconciler, overrider -> {
            configure(overrider, config);
            config.namespaces()
                    .ifPresentOrElse(
                            namespaces -> overrider.settingNamespaces(Set.copyOf(namespaces)),
                            // One store cannot serve several informers: each drops what it does not know.
                            () -> overrider.withItemStore(new PrunedStore<>(form)));
        });
    }

    private static void registerRegistry(Operator operator, Reconciler<?> reconciler, OperatorConfig config) {
        if (!config.registry().enabled()) {
            return;
        }
        operator.register(reconciler, overrider -> {
            configure(overrider, config);
            overrider.withRateLimiter(new LinearRateLimiter(config.registry().interval(), 1));
            // Namespaces are in no namespace; the label is the API server's.
            config.namespaces()
                    .ifPresent(namespaces -> overrider.withLabelSelector(
                            "kubernetes.io/metadata.name in (%s)".formatted(String.join(",", namespaces))));
        });
    }

    private static void configure(ControllerConfigurationOverrider<?> overrider, OperatorConfig config) {
        // Retry without end: a resource must never be given up, only asked about less often.
        overrider
                .withRetry(new GenericRetry()
                        .setInitialInterval(FIRST_RETRY.toMillis())
                        .setIntervalMultiplier(2)
                        .setMaxInterval(LONGEST_RETRY.toMillis())
                        .setMaxAttempts(-1))
                .withTriggerReconcilerOnAllEvents(true)
                .withReconciliationMaxInterval(config.maxReconcileInterval());
    }
}
