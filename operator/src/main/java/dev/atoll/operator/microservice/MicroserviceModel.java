// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.api.v1alpha1.common.LocalReference;
import dev.atoll.api.v1alpha1.common.Resources;
import dev.atoll.api.v1alpha1.common.Scheduling;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Config;
import dev.atoll.api.v1alpha1.microservice.Dependency;
import dev.atoll.api.v1alpha1.microservice.DisruptionBudget;
import dev.atoll.api.v1alpha1.microservice.Endpoint;
import dev.atoll.api.v1alpha1.microservice.ExternalHost;
import dev.atoll.api.v1alpha1.microservice.Health;
import dev.atoll.api.v1alpha1.microservice.Isolation;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.microservice.MicroserviceSpec;
import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.api.v1alpha1.microservice.Protocol;
import dev.atoll.api.v1alpha1.microservice.Rollout;
import dev.atoll.api.v1alpha1.microservice.ServiceAccountSpec;
import dev.atoll.api.v1alpha1.microservice.ServiceOptions;
import dev.atoll.api.v1alpha1.microservice.Shutdown;
import dev.atoll.api.v1alpha1.servicedatabase.Provider;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.meta.ComputeResources;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.OpenNamespaces;
import dev.atoll.operator.meta.OwnerRefs;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the children of a Microservice are built from, complete and with every default filled in.
 *
 * @param identity name, namespace, application and owner
 * @param container the one container of the pods
 * @param pod what surrounds the container
 * @param ports what the service listens on, in the order of the spec
 * @param replicas who decides the number of pods
 * @param rollout how a new version replaces the old one
 * @param disruptionBudget what a node drain may take; empty where there can be only one pod
 * @param network who may call it and whom it may call
 * @param service what is special about the Service
 * @param migration what comes before another image rolls out; empty for nothing
 * @param endpoints where the ports are reached
 */
public record MicroserviceModel(
        Identity identity,
        Container container,
        PodModel pod,
        List<Port> ports,
        Replicas replicas,
        Rollout rollout,
        Optional<DisruptionBudget> disruptionBudget,
        Network network,
        ServiceOptions service,
        Optional<MigrationPlan> migration,
        List<Endpoint> endpoints) {

    private static final DisruptionBudget ONE_AT_A_TIME = new DisruptionBudget(null, new IntOrString(1));

    /** Completes the spec with defaults and with what was observed. Checks nothing. */
    static MicroserviceModel from(MicroserviceObserved observed) {
        var spec = observed.resource().getSpec();
        var replicas = Replicas.of(observed);
        return new MicroserviceModel(
                identity(observed.resource()),
                Container.from(observed),
                PodModel.from(observed),
                spec.ports(),
                replicas,
                spec.rollout(),
                budget(spec, replicas),
                Network.from(observed),
                spec.service(),
                MigrationPlan.from(spec),
                Endpoints.of(observed));
    }

    /** Who the children of a Microservice belong to. */
    static Identity identity(Microservice resource) {
        var metadata = resource.getMetadata();
        var application = resource.getSpec().application();
        return new Identity(
                metadata.getNamespace(),
                metadata.getName(),
                application == null ? metadata.getNamespace() : application,
                Identity.SERVICE,
                OwnerRefs.controller(resource));
    }

    private static Optional<DisruptionBudget> budget(MicroserviceSpec spec, Replicas replicas) {
        return replicas.possible() > 1
                ? Optional.of(Objects.requireNonNullElse(spec.disruptionBudget(), ONE_AT_A_TIME))
                : Optional.empty();
    }

    /**
     * The container.
     *
     * @param env variables in the order in which they are set: addresses, databases, then the user's
     * @param resources requests filled in where the spec has none
     */
    public record Container(
            String image,
            @Nullable String imagePullPolicy,
            List<String> command,
            List<String> args,
            List<EnvVar> env,
            List<EnvFromSource> envFrom,
            List<VolumeMount> volumeMounts,
            Health health,
            Resources resources,
            @Nullable SecurityContext securityContext) {

        static Container from(MicroserviceObserved observed) {
            var spec = observed.resource().getSpec();
            return new Container(
                    spec.image(),
                    spec.imagePullPolicy() == null
                            ? null
                            : spec.imagePullPolicy().name(),
                    spec.command(),
                    spec.args(),
                    Environment.of(observed),
                    spec.envFrom(),
                    spec.volumeMounts(),
                    Objects.requireNonNullElse(spec.health(), new Health(null, null, null)),
                    ComputeResources.of(spec.resources()),
                    spec.securityContext());
        }
    }

    /**
     * What surrounds the container.
     *
     * @param config configuration files; empty where there are none
     * @param bindings the databases whose Service Bindings are mounted
     * @param rotations the rotations of their credentials for which the pods are restarted, by database
     * @param template partial pod template that is merged last; null for none
     */
    public record PodModel(
            List<String> imagePullSecrets,
            List<Volume> volumes,
            ServiceAccountSpec serviceAccount,
            @Nullable PodSecurityContext securityContext,
            Scheduling scheduling,
            Shutdown shutdown,
            Optional<Config> config,
            List<Binding> bindings,
            Map<String, String> rotations,
            @Nullable JsonNode template) {

        static PodModel from(MicroserviceObserved observed) {
            var spec = observed.resource().getSpec();
            return new PodModel(
                    spec.imagePullSecrets().stream().map(LocalReference::name).toList(),
                    spec.volumes(),
                    spec.serviceAccount(),
                    spec.podSecurityContext(),
                    spec.scheduling(),
                    spec.shutdown(),
                    Optional.ofNullable(spec.config())
                            .filter(config -> !config.files().isEmpty()),
                    observed.databases().stream()
                            .map(database -> database.getMetadata().getName())
                            .map(name -> new Binding(name, Names.bindingSecret(name)))
                            .toList(),
                    observed.rotations(),
                    spec.podTemplate());
        }
    }

    /**
     * A Service Binding.
     *
     * @param name folder under /bindings
     * @param secretName the Secret that is mounted there
     */
    public record Binding(String name, String secretName) {}

    /**
     * The network around the service.
     *
     * @param callers names of the services that declare it as their dependency
     * @param routed whether a route of the gateway leads to it
     * @param gateways the Gateways of the Gateway API whose routes lead to it
     * @param databases those of its databases that have pods of their own
     * @param outsideServers where its other databases are
     */
    public record Network(
            Isolation isolation,
            List<String> callers,
            boolean routed,
            List<GatewayPods> gateways,
            List<Callee> callees,
            List<String> databases,
            List<OutsideServer> outsideServers,
            List<ExternalHost> externalHosts,
            OpenNamespaces open) {

        static Network from(MicroserviceObserved observed) {
            var spec = observed.resource().getSpec();
            return new Network(
                    spec.isolation(),
                    observed.callers().stream()
                            .map(caller -> caller.getMetadata().getName())
                            .toList(),
                    !observed.routes().isEmpty(),
                    observed.routes().stream()
                            .flatMap(GatewayPods::of)
                            .distinct()
                            .toList(),
                    spec.dependencies().stream()
                            .map(dependency -> Callee.from(dependency, observed))
                            .toList(),
                    observed.databases().stream()
                            .filter(database -> database.getSpec().provider() == Provider.Atoll)
                            .map(database -> database.getMetadata().getName())
                            .toList(),
                    observed.databases().stream()
                            .flatMap(OutsideServer::of)
                            .distinct()
                            .toList(),
                    spec.externalHosts(),
                    observed.open());
        }
    }

    /** The server of a database that somebody else runs. */
    public record OutsideServer(String host, int port) {
        static Stream<OutsideServer> of(ServiceDatabase database) {
            var external = database.getSpec().external();
            return external == null
                    ? Stream.empty()
                    : Optional.ofNullable(external.port())
                            .or(() -> DatabaseEngines.find(database.getSpec().engine())
                                    .map(engine -> engine.port().number()))
                            .map(port -> new OutsideServer(external.host(), port))
                            .stream();
        }
    }

    /**
     * The pods of a Gateway. An implementation that starts them for each Gateway may do so in the Gateway's namespace.
     */
    public record GatewayPods(String namespace, String gateway) {
        static Stream<GatewayPods> of(GatewayRoute route) {
            var own = route.getMetadata().getNamespace();
            return Stream.ofNullable(route.getSpec().gateway())
                    .map(named -> new GatewayPods(Objects.requireNonNullElse(named.namespace(), own), named.name()));
        }
    }

    /**
     * A service that this one calls.
     *
     * @param port name of its port; null for all of them
     * @param protocol of that port; TCP as long as the service does not exist
     */
    public record Callee(String service, @Nullable String port, Protocol protocol) {

        static Callee from(Dependency dependency, MicroserviceObserved observed) {
            var protocol = observed.siblings().apply(dependency.service()).stream()
                    .flatMap(service -> service.getSpec().ports().stream())
                    .filter(port -> port.name().equals(dependency.port()))
                    .map(Port::protocol)
                    .findFirst();
            return new Callee(dependency.service(), dependency.port(), protocol.orElse(Protocol.TCP));
        }
    }
}
