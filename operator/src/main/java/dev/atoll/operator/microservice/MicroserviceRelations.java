// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackupStatus;
import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.RouteDefaults;
import dev.atoll.operator.meta.RouteTargets;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which Microservices an object concerns. */
final class MicroserviceRelations {
    private MicroserviceRelations() {}

    /** Connects the events of everything that {@link MicroserviceObserved} reads. */
    static RelatedEventSource<Microservice> connect(RelatedEventSource<Microservice> source, ObjectCaches caches) {
        return source.wakenByChildren(MicroserviceDesired.KINDS)
                .wakenByChange(
                        ServiceDatabase.class,
                        database -> Conditions.hold(database, ConditionType.READY),
                        database -> migratedIn(database, caches))
                .wakenByChange(
                        DatabaseBackup.class,
                        backup -> Optional.ofNullable(backup.getStatus()).map(DatabaseBackupStatus::completionTime),
                        backup -> Annotations.belongsTo(backup, HasMetadata.getKind(Microservice.class))
                                .map(name -> sibling(backup, name))
                                .stream())
                // What the operator itself has written is no news; but the next step can be done.
                .wakenByChange(
                        Deployment.class,
                        deployment -> Annotations.get(deployment, Annotations.MIGRATED),
                        deployment -> Stream.of(
                                sibling(deployment, deployment.getMetadata().getName())))
                .wakenBy(Pod.class, MicroserviceRelations::ownerOfPod)
                .wakenByChange(
                        ServiceDatabase.class,
                        database -> List.of(database.getSpec(), canHave(database)),
                        database ->
                                Stream.of(sibling(database, database.getSpec().service())))
                .wakenByChange(
                        Secret.class,
                        secret -> Annotations.get(secret, Annotations.ROTATION),
                        secret -> ownerOfSecret(secret, caches))
                .wakenBySpec(
                        ScalingPolicy.class,
                        policy -> Stream.of(sibling(policy, policy.getSpec().service())))
                .wakenBy(HorizontalPodAutoscaler.class, MicroserviceRelations::scaledBy)
                .wakenByChange(
                        GatewayRoute.class, MicroserviceRelations::publication, route -> targetsOf(route, caches))
                .wakenBySpec(GatewayDefaults.class, MicroserviceRelations::askedBy)
                .wakenBySpec(Microservice.class, service -> neighboursOf(service, caches));
    }

    /** Whether a service names another as its dependency. */
    static boolean calls(Microservice caller, String service) {
        return caller.getSpec().dependencies().stream().anyMatch(dependency -> service.equals(dependency.service()));
    }

    /**
     * Whether there are or will be credentials of a database. A refused one that never ran has none, and pods that mount
     * them would wait for ever; one that is refused later on keeps those that it has.
     */
    static boolean canHave(ServiceDatabase database) {
        var status = database.getStatus();
        return status == null
                || status.secretName() != null
                || Conditions.find(status.conditions(), ConditionType.ACCEPTED)
                        .filter(condition -> "False".equals(condition.status()))
                        .isEmpty();
    }

    /** Whether a pod runs a service. */
    static boolean isPodOf(Pod pod, String service) {
        var labels = pod.getMetadata().getLabels();
        return service.equals(labels.get(Labels.NAME)) && Identity.SERVICE.equals(labels.get(Labels.COMPONENT));
    }

    private static Stream<ResourceID> ownerOfPod(Pod pod) {
        var labels = pod.getMetadata().getLabels();
        boolean isOfService = Identity.SERVICE.equals(labels.get(Labels.COMPONENT))
                || Identity.MIGRATION.equals(labels.get(Labels.COMPONENT));
        return isOfService && labels.containsKey(Labels.NAME)
                ? Stream.of(sibling(pod, labels.get(Labels.NAME)))
                : Stream.empty();
    }

    /** The owner of a database, if it has migrations. */
    private static Stream<ResourceID> migratedIn(ServiceDatabase database, ObjectCaches caches) {
        return caches
                .ofPrimary(Microservice.class)
                .get(database.getMetadata().getNamespace(), database.getSpec().service())
                .filter(service -> service.getSpec().migration() != null)
                .map(ResourceID::fromResource)
                .stream();
    }

    /** The service that owns the database of a Secret with credentials. */
    private static Stream<ResourceID> ownerOfSecret(Secret secret, ObjectCaches caches) {
        return Annotations.belongsTo(secret, HasMetadata.getKind(ServiceDatabase.class))
                .flatMap(database -> caches.ofPrimary(ServiceDatabase.class)
                        .get(secret.getMetadata().getNamespace(), database))
                .map(database -> sibling(database, database.getSpec().service()))
                .stream();
    }

    private static Stream<ResourceID> scaledBy(HorizontalPodAutoscaler autoscaler) {
        return Stream.of(
                sibling(autoscaler, autoscaler.getSpec().getScaleTargetRef().getName()));
    }

    private static Stream<ResourceID> targetsOf(GatewayRoute route, ObjectCaches caches) {
        var defaults =
                caches.ofPrimary(GatewayDefaults.class).get(route.getMetadata().getNamespace(), RouteDefaults.NAME);
        return RouteTargets.services(RouteDefaults.complete(route, defaults)).map(service -> sibling(route, service));
    }

    /** The service that all routes of a namespace have the gateway ask. */
    private static Stream<ResourceID> askedBy(GatewayDefaults defaults) {
        return Stream.ofNullable(defaults.getSpec().auth())
                .flatMap(auth -> RouteTargets.asked(auth).stream())
                .map(backend -> sibling(defaults, backend.service()));
    }

    /** The services that it calls, whose network lets it in, and those that call it, which need its address. */
    private static Stream<ResourceID> neighboursOf(Microservice service, ObjectCaches caches) {
        var name = service.getMetadata().getName();
        var called =
                service.getSpec().dependencies().stream().map(dependency -> sibling(service, dependency.service()));
        var callers = caches.ofPrimary(Microservice.class)
                .list(service.getMetadata().getNamespace())
                .filter(caller -> calls(caller, name))
                .map(caller -> sibling(service, caller.getMetadata().getName()));
        return Stream.concat(called, callers);
    }

    /** What a route says, and where it is published. */
    private static List<Object> publication(GatewayRoute route) {
        return List.of(route.getSpec(), Endpoints.published(route));
    }

    private static ResourceID sibling(HasMetadata object, String name) {
        return new ResourceID(name, object.getMetadata().getNamespace());
    }
}
