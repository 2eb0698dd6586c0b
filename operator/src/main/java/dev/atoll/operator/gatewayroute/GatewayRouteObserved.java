// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.gateway.BackendTlsPolicy;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.Oldest;
import dev.atoll.operator.meta.RouteDefaults;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A GatewayRoute and everything that its children and its status depend on.
 *
 * @param resource the custom resource
 * @param defaults what counts in its namespace where it says nothing itself
 * @param entrance the gateway that it names
 * @param services finds the services of its namespace by name
 * @param hosts who else claims its hosts at the same gateway
 * @param older the routes of any namespace that have one of its hosts at the same gateway, as it has itself, and came
 *     before it, oldest first
 * @param secrets what is known of the Secrets that it names
 * @param neighbours the other routes of its namespace that have one of its services asked by TLS and came before it,
 *     oldest first
 * @param children what it is published by so far
 * @param twins the policies by which other routes of its namespace have services asked by TLS
 */
record GatewayRouteObserved(
        GatewayRoute resource,
        Optional<GatewayDefaults> defaults,
        Entrance entrance,
        Function<String, Optional<Microservice>> services,
        HostClaims hosts,
        List<GatewayRoute> older,
        KnownSecrets secrets,
        List<GatewayRoute> neighbours,
        List<HasMetadata> children,
        List<HasMetadata> twins) {

    /** Looks at what is known; asks nobody. */
    static GatewayRouteObserved read(GatewayRoute resource, KnownObjects known) {
        var namespace = resource.getMetadata().getNamespace();
        var services = known.ofPrimary(Microservice.class);
        var defaults = known.ofPrimary(GatewayDefaults.class).get(namespace, RouteDefaults.NAME);
        var children = children(resource, known);
        var hosts = HostClaims.read(resource, children, known);
        return new GatewayRouteObserved(
                resource,
                defaults,
                Entrances.read(resource, known),
                name -> services.get(namespace, name),
                hosts,
                Oldest.first(known.ofPrimary(GatewayRoute.class)
                        .all()
                        .filter(other -> Oldest.FIRST.compare(other, resource) < 0)
                        .filter(other -> Rivals.are(resource, other))
                        .filter(other -> hosts.shared(other).isPresent())),
                known.secrets(
                        resource,
                        NamedSecret.names(
                                resource.getMetadata().getName(), RouteDefaults.complete(resource, defaults))),
                Oldest.first(known.ofPrimary(GatewayRoute.class)
                        .list(namespace)
                        .filter(other -> Oldest.FIRST.compare(other, resource) < 0)
                        .filter(other -> TlsClaims.areOfOneService(resource, other))),
                children,
                twins(resource, known));
    }

    /** All objects that tell what its gateway knows already. */
    List<HasMetadata> present() {
        return Stream.concat(children.stream(), twins.stream()).toList();
    }

    /** The spec that counts: the route's own words, and where it has none those of its namespace. */
    GatewayRouteSpec spec() {
        return RouteDefaults.complete(resource, defaults);
    }

    /** Whether it is published under a host that it does not have, or no longer. */
    boolean isRevoked() {
        return hosts.isRevoked(children);
    }

    private static List<HasMetadata> children(GatewayRoute resource, KnownObjects known) {
        var metadata = resource.getMetadata();
        if (metadata.getUid() == null) {
            // A manifest that no cluster has seen owns nothing yet.
            return List.of();
        }
        return GatewayRouteDesired.KINDS.stream()
                .filter(known::isServed)
                .<HasMetadata>flatMap(kind -> children(kind, metadata.getNamespace(), metadata.getUid(), known))
                .toList();
    }

    private static List<HasMetadata> twins(GatewayRoute resource, KnownObjects known) {
        if (!known.isServed(BackendTlsPolicy.class)
                || resource.getSpec().rules().stream().allMatch(rule -> rule.backendTLS() == null)) {
            return List.of();
        }
        return known.of(BackendTlsPolicy.class)
                .list(resource.getMetadata().getNamespace())
                .filter(policy -> policy.getMetadata().getOwnerReferences().stream()
                        .noneMatch(owner ->
                                owner.getUid().equals(resource.getMetadata().getUid())))
                .<HasMetadata>map(policy -> policy)
                .toList();
    }

    private static <T extends HasMetadata> Stream<T> children(
            Class<T> kind, String namespace, String owner, KnownObjects known) {
        return known.of(kind).ownedBy(namespace, owner);
    }
}
