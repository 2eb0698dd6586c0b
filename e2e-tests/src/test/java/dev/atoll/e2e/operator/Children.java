// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the operator has made in a namespace that has the optional APIs too. */
public final class Children {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Deployment", "apps/v1"),
            Map.entry("StatefulSet", "apps/v1"),
            Map.entry("Service", "v1"),
            Map.entry("ServiceAccount", "v1"),
            Map.entry("ConfigMap", "v1"),
            Map.entry("Secret", "v1"),
            Map.entry("PersistentVolumeClaim", "v1"),
            Map.entry("NetworkPolicy", "networking.k8s.io/v1"),
            Map.entry("Ingress", "networking.k8s.io/v1"),
            Map.entry("PodDisruptionBudget", "policy/v1"),
            Map.entry("HorizontalPodAutoscaler", "autoscaling/v2"),
            Map.entry("HTTPRoute", "gateway.networking.k8s.io/v1"),
            Map.entry("GRPCRoute", "gateway.networking.k8s.io/v1"),
            Map.entry("BackendTLSPolicy", "gateway.networking.k8s.io/v1"),
            Map.entry("Middleware", "traefik.io/v1alpha1"));

    private Children() {}

    /** All of them. */
    public static List<GenericKubernetesResource> in(TestNamespace namespace) {
        return KINDS.entrySet().stream()
                .flatMap(kind -> of(namespace, kind.getKey(), kind.getValue()))
                .toList();
    }

    /** Kind, name and resourceVersion of all of them. */
    public static Map<String, String> versions(TestNamespace namespace) {
        var versions = new TreeMap<String, String>();
        in(namespace)
                .forEach(child -> versions.put(
                        child.getKind() + " " + child.getMetadata().getName(),
                        child.getMetadata().getResourceVersion()));
        return versions;
    }

    private static Stream<GenericKubernetesResource> of(TestNamespace namespace, String kind, String apiVersion) {
        return namespace
                .client()
                .genericKubernetesResources(apiVersion, kind)
                .inNamespace(namespace.name())
                .withLabel("app.kubernetes.io/managed-by", "atoll")
                .list()
                .getItems()
                .stream();
    }
}
