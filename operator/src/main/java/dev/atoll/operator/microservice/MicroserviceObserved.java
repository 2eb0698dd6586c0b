// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Isolation;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.CredentialsUpdate;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.config.OperatorConfig.NetworkAccess;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.Oldest;
import dev.atoll.operator.meta.OpenNamespaces;
import dev.atoll.operator.meta.ReplicaNote;
import dev.atoll.operator.meta.RouteDefaults;
import dev.atoll.operator.meta.RouteTargets;
import dev.atoll.operator.meta.ScalingPolicies;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Microservice and everything that its children and its status depend on.
 *
 * @param resource the custom resource
 * @param siblings finds other services of the namespace by name
 * @param callers the services that name this one as a dependency; looked for only where isolation asks
 * @param databases the databases that it owns and can have, oldest first
 * @param rotations the rotations that the credentials of those are of whose pods are restarted for them, by database
 * @param routes the gateway's routes that lead to it, oldest first
 * @param scaling the policy that is in charge of its number of pods and wants an autoscaler; a paused one wants none
 * @param deployment its Deployment
 * @param autoscaler an autoscaler of Atoll's that scales the Deployment, whatever became of its policy
 * @param pods its pods
 * @param migration what a migration depends on
 * @param open the namespaces that its NetworkPolicy lets in
 */
record MicroserviceObserved(
        Microservice resource,
        Function<String, Optional<Microservice>> siblings,
        List<Microservice> callers,
        List<ServiceDatabase> databases,
        Map<String, String> rotations,
        List<GatewayRoute> routes,
        Optional<ScalingPolicy> scaling,
        Optional<Deployment> deployment,
        Optional<HorizontalPodAutoscaler> autoscaler,
        List<Pod> pods,
        MigrationObserved migration,
        OpenNamespaces open) {

    /** Looks at what is known; asks nobody. */
    static MicroserviceObserved read(Microservice resource, KnownObjects known, NetworkAccess access, Instant now) {
        return read(resource, known, access, false, now);
    }

    /** The same for who wants to know what becomes of it in the end. */
    static MicroserviceObserved foresee(Microservice resource, KnownObjects known, NetworkAccess access) {
        return read(resource, known, access, true, Instant.EPOCH);
    }

    private static MicroserviceObserved read(
            Microservice resource, KnownObjects known, NetworkAccess access, boolean isForeseen, Instant now) {
        var namespace = resource.getMetadata().getNamespace();
        var name = resource.getMetadata().getName();
        var services = known.ofPrimary(Microservice.class);
        var callers = resource.getSpec().isolation() == Isolation.Declared
                ? services.list(namespace).filter(caller -> MicroserviceRelations.calls(caller, name))
                : Stream.<Microservice>empty();
        var defaults = known.ofPrimary(GatewayDefaults.class).get(namespace, RouteDefaults.NAME);
        var deployment = known.latest(Deployment.class, namespace, name);
        var databases = Oldest.first(known.ofPrimary(ServiceDatabase.class)
                .list(namespace)
                .filter(database -> name.equals(database.getSpec().service()))
                .filter(MicroserviceRelations::canHave));
        return new MicroserviceObserved(
                resource,
                sibling -> services.get(namespace, sibling),
                Oldest.first(callers),
                databases,
                rotations(databases, known),
                Oldest.first(known.ofPrimary(GatewayRoute.class)
                        .list(namespace)
                        .filter(route -> RouteTargets.leadsTo(RouteDefaults.complete(route, defaults), name))),
                ScalingPolicies.inChargeOf(
                                name, known.ofPrimary(ScalingPolicy.class).list(namespace))
                        .filter(policy -> !policy.getSpec().paused()),
                deployment,
                deployment.flatMap(found -> autoscaler(found, known)),
                known.of(Pod.class)
                        .list(namespace)
                        .filter(pod -> MicroserviceRelations.isPodOf(pod, name))
                        .toList(),
                MigrationObserved.read(resource, deployment, known, isForeseen, now),
                new OpenNamespaces(access.gatewayNamespaces(), access.monitoringNamespaces()));
    }

    private static Map<String, String> rotations(List<ServiceDatabase> databases, KnownObjects known) {
        var rotations = new TreeMap<String, String>();
        databases.stream()
                .filter(database -> database.getSpec().credentials().update() == CredentialsUpdate.Restart)
                .map(HasMetadata::getMetadata)
                .forEach(database -> known.latest(
                                Secret.class, database.getNamespace(), Names.bindingSecret(database.getName()))
                        .flatMap(secret -> Annotations.get(secret, Annotations.ROTATION))
                        .ifPresent(rotation -> rotations.put(database.getName(), rotation)));
        return rotations;
    }

    /** Asked only while the Deployment says that it is scaled by others, so that most services need no such cache. */
    private static Optional<HorizontalPodAutoscaler> autoscaler(Deployment deployment, KnownObjects known) {
        if (!ReplicaNote.isAutoscaled(deployment)) {
            return Optional.empty();
        }
        var metadata = deployment.getMetadata();
        return known.of(HorizontalPodAutoscaler.class)
                .list(metadata.getNamespace())
                .filter(autoscaler -> metadata.getName()
                        .equals(autoscaler.getSpec().getScaleTargetRef().getName()))
                .min(Oldest.FIRST);
    }
}
