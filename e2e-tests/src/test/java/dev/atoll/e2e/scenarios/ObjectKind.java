// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Locale;

/** A kind of objects as a step names it: in lower case, as kubectl does. */
enum ObjectKind {
    Microservice("atoll.dev/v1alpha1"),
    GatewayRoute("atoll.dev/v1alpha1"),
    ScalingPolicy("atoll.dev/v1alpha1"),
    DatabaseBackup("atoll.dev/v1alpha1"),
    DatabaseRestore("atoll.dev/v1alpha1"),
    ServiceDatabase("atoll.dev/v1alpha1"),
    Deployment("apps/v1"),
    StatefulSet("apps/v1"),
    HorizontalPodAutoscaler("autoscaling/v2"),
    PodDisruptionBudget("policy/v1"),
    NetworkPolicy("networking.k8s.io/v1"),
    Ingress("networking.k8s.io/v1"),
    HTTPRoute("gateway.networking.k8s.io/v1"),
    ServiceAccount("v1"),
    Service("v1"),
    Pod("v1"),
    ConfigMap("v1"),
    Secret("v1"),
    ResourceQuota("v1"),
    PersistentVolumeClaim("v1");

    /** All of them, for Cucumber. */
    static final String PATTERN =
            "microservice|gatewayroute|scalingpolicy|servicedatabase|databasebackup|databaserestore|deployment|statefulset"
                    + "|horizontalpodautoscaler|poddisruptionbudget|networkpolicy|ingress|httproute|serviceaccount|service|pod"
                    + "|configmap|secret|resourcequota|persistentvolumeclaim";

    private final String apiVersion;

    ObjectKind(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    static ObjectKind of(String word) {
        for (ObjectKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind is called " + word);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All objects of the scenario's namespace. */
    List<GenericKubernetesResource> all(Scene scene) {
        return scene.client()
                .genericKubernetesResources(apiVersion, name())
                .inNamespace(scene.namespace().name())
                .list()
                .getItems();
    }

    /** The object of a name in the scenario's namespace, whether it is there or not. */
    Resource<GenericKubernetesResource> in(Scene scene, String name) {
        return scene.client()
                .genericKubernetesResources(apiVersion, name())
                .inNamespace(scene.namespace().name())
                .withName(name);
    }
}
