// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.gateway.BackendTlsPolicy;
import dev.atoll.operator.gateway.RouteParent;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.meta.HostPattern;
import dev.atoll.operator.meta.RouteDefaults;
import dev.atoll.operator.meta.RouteTargets;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which GatewayRoutes an object concerns. */
final class GatewayRouteRelations {
    private final ObjectCaches caches;

    private GatewayRouteRelations(ObjectCaches caches) {
        this.caches = caches;
    }

    /** Connects the events of everything that {@link GatewayRouteObserved} reads. */
    static RelatedEventSource<GatewayRoute> connect(RelatedEventSource<GatewayRoute> source, ObjectCaches caches) {
        var relations = new GatewayRouteRelations(caches);
        return source.wakenByChildren(GatewayRouteDesired.KINDS)
                .wakenByChange(Microservice.class, GatewayRouteRelations::aspect, relations::leadingTo)
                .wakenByChange(GatewayRoute.class, GatewayRouteRelations::aspect, relations::rivalsOf)
                .wakenBy(BackendTlsPolicy.class, relations::askingByTls)
                .wakenBySpec(GatewayDefaults.class, relations::ofNamespace)
                .wakenByChange(
                        GatewayDefaults.class, defaults -> defaults.getSpec().hostGrants(), relations::grantees)
                .wakenBy(IngressClass.class, found -> relations.withRivals(relations.of(found)))
                .wakenByChange(
                        Gateway.class,
                        GatewayRouteRelations::aspect,
                        found -> relations.withRivals(relations.of(found)))
                .wakenByChange(
                        GatewayClass.class,
                        GatewayRouteRelations::aspect,
                        found -> relations.withRivals(relations.of(found)))
                .wakenByChange(
                        Namespace.class,
                        GatewayRouteRelations::labels,
                        found -> relations.withRivals(relations.ofNamespace(found)))
                .wakenByNamedSecrets();
    }

    private Stream<ResourceID> leadingTo(Microservice service) {
        var metadata = service.getMetadata();
        var defaults = caches.ofPrimary(GatewayDefaults.class).get(metadata.getNamespace(), RouteDefaults.NAME);
        return caches.ofPrimary(GatewayRoute.class)
                .list(metadata.getNamespace())
                .filter(route -> RouteTargets.leadsTo(RouteDefaults.complete(route, defaults), metadata.getName()))
                .map(ResourceID::fromResource);
    }

    /** Routes that claim a host of this one, whatever gateway they name: two names may lead to one gateway. */
    private Stream<ResourceID> rivalsOf(GatewayRoute route) {
        var hosts = HostClaim.patterns(route).toList();
        var ofOneService = routes(other -> areNeighbours(route, other) && TlsClaims.areOfOneService(route, other));
        return Stream.concat(claiming(hosts), ofOneService)
                .filter(other -> !isSame(other, route))
                .map(ResourceID::fromResource)
                .distinct();
    }

    /** One's own policy, or one that says the same for another route. */
    private Stream<ResourceID> askingByTls(BackendTlsPolicy policy) {
        return caches.ofPrimary(GatewayRoute.class)
                .list(policy.getMetadata().getNamespace())
                .filter(route -> TlsClaims.isOf(route, policy.service()))
                .map(ResourceID::fromResource);
    }

    private static boolean areNeighbours(GatewayRoute one, GatewayRoute other) {
        return one.getMetadata().getNamespace().equals(other.getMetadata().getNamespace());
    }

    private Stream<ResourceID> grantees(GatewayDefaults defaults) {
        var hosts = defaults.getSpec().hostGrants().stream()
                .flatMap(grant -> grant.hosts().stream())
                .map(host -> new HostPattern(host, true))
                .toList();
        return claiming(hosts).map(ResourceID::fromResource);
    }

    /** Whether a gateway admits a route decides what the others may have. */
    private Stream<ResourceID> withRivals(Stream<GatewayRoute> routes) {
        var concerned = routes.toList();
        var hosts = concerned.stream().flatMap(HostClaim::patterns).distinct().toList();
        return Stream.concat(concerned.stream(), claiming(hosts))
                .map(ResourceID::fromResource)
                .distinct();
    }

    private Stream<GatewayRoute> claiming(List<HostPattern> hosts) {
        return routes(route ->
                HostClaim.patterns(route).anyMatch(host -> hosts.stream().anyMatch(host::meets)));
    }

    private Stream<GatewayRoute> of(IngressClass found) {
        var name = found.getMetadata().getName();
        return routes(route -> name.equals(route.getSpec().className()));
    }

    private Stream<GatewayRoute> of(Gateway gateway) {
        var metadata = gateway.getMetadata();
        return routes(route -> Entrances.parent(route)
                .filter(parent -> isOf(parent, metadata.getNamespace(), metadata.getName()))
                .isPresent());
    }

    private Stream<GatewayRoute> of(GatewayClass found) {
        var name = found.getMetadata().getName();
        return caches.of(Gateway.class)
                .all()
                .filter(gateway -> name.equals(gateway.getSpec().getGatewayClassName()))
                .flatMap(this::of);
    }

    private Stream<ResourceID> ofNamespace(GatewayDefaults defaults) {
        return caches.ofPrimary(GatewayRoute.class)
                .list(defaults.getMetadata().getNamespace())
                .map(ResourceID::fromResource);
    }

    private Stream<GatewayRoute> ofNamespace(Namespace namespace) {
        return caches.ofPrimary(GatewayRoute.class)
                .list(namespace.getMetadata().getName())
                .filter(route -> route.getSpec().gateway() != null);
    }

    private Stream<GatewayRoute> routes(Predicate<GatewayRoute> filter) {
        return caches.ofPrimary(GatewayRoute.class).all().filter(filter);
    }

    /** Of the status, what it notes of its hosts: the rest says how a route fares, and concerns no other. */
    private static List<Object> aspect(GatewayRoute route) {
        return List.of(
                Objects.requireNonNullElse(route.getMetadata().getGeneration(), 0L),
                Optional.ofNullable(route.getStatus())
                        .map(status -> status.hosts())
                        .orElse(List.of()));
    }

    /** Not the whole status: how many pods are ready changes often, whether there is one at all seldom. */
    private static List<Object> aspect(Microservice service) {
        return List.of(
                Objects.requireNonNullElse(service.getMetadata().getGeneration(), 0L), Backends.canAnswer(service));
    }

    /** Not the number of attached routes: it changes with every route, and would wake all the others. */
    private static List<Object> aspect(Gateway gateway) {
        var status = Optional.ofNullable(gateway.getStatus());
        return List.of(
                gateway.getSpec(),
                status.map(found -> found.getAddresses()).orElse(List.of()),
                status.map(found -> found.getConditions()).orElse(List.of()));
    }

    private static List<Object> aspect(GatewayClass found) {
        var status = Optional.ofNullable(found.getStatus());
        return List.of(
                found.getSpec(),
                Objects.requireNonNullElse(found.getMetadata().getAnnotations(), Map.of()),
                status.map(known -> known.getSupportedFeatures()).orElse(List.of()));
    }

    private static Map<String, String> labels(Namespace namespace) {
        return Objects.requireNonNullElse(namespace.getMetadata().getLabels(), Map.of());
    }

    private static boolean isOf(RouteParent parent, String namespace, String name) {
        return parent.namespace().equals(namespace) && parent.name().equals(name);
    }

    private static boolean isSame(HasMetadata one, HasMetadata other) {
        return ResourceID.fromResource(one).equals(ResourceID.fromResource(other));
    }
}
