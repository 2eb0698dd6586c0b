// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what somebody needs who has to find out why a scenario failed. */
final class Traces {
    private final Path folder;
    private final String namespace;
    private final KubernetesClient client;
    private final List<Pod> operator;

    /** Of one of a scenario's namespaces. */
    Traces(Scene scene, TestNamespace of) {
        this.folder = scene.traces(of);
        this.namespace = of.name();
        this.client = of.client();
        this.operator = scene.cluster().operator().pods();
    }

    void keep() {
        keepEvents();
        keepObjects();
        client.pods().inNamespace(namespace).list().getItems().forEach(this::keepLogs);
        operator.forEach(this::keepLogs);
        write("nodes.yaml", Serialization.asYaml(client.nodes().list().getItems()));
    }

    private void keepEvents() {
        String lines = client.v1().events().inNamespace(namespace).list().getItems().stream()
                .sorted(Comparator.comparing(Traces::time))
                .map(event -> String.join(
                        "  ",
                        time(event),
                        event.getInvolvedObject().getKind() + "/"
                                + event.getInvolvedObject().getName(),
                        event.getReason(),
                        String.valueOf(event.getMessage())))
                .collect(Collectors.joining("\n"));
        write("events.txt", lines);
    }

    private static String time(Event event) {
        return Stream.of(event.getLastTimestamp(), event.getMetadata().getCreationTimestamp())
                .filter(time -> time != null)
                .findFirst()
                .orElse("");
    }

    /** A file for each kind of which there is something. */
    private void keepObjects() {
        Stream.concat(Stream.of("v1"), groupVersions())
                .forEach(version -> resources(version).forEach(resource -> keepAll(version, resource)));
    }

    private Stream<String> groupVersions() {
        return client.getApiGroups().getGroups().stream()
                .map(group -> group.getPreferredVersion().getGroupVersion())
                .filter(version -> !version.startsWith("events.k8s.io/") && !version.startsWith("metrics.k8s.io/"));
    }

    private Stream<APIResource> resources(String version) {
        var resources = client.getApiResources(version);
        return resources == null
                ? Stream.empty()
                : resources.getResources().stream()
                        .filter(resource -> Boolean.TRUE.equals(resource.getNamespaced()))
                        .filter(resource -> resource.getVerbs().contains("list"))
                        .filter(resource -> !resource.getName().equals("events"));
    }

    private void keepAll(String version, APIResource resource) {
        var type = new ResourceDefinitionContext.Builder()
                .withGroup(version.contains("/") ? version.substring(0, version.indexOf('/')) : "")
                .withVersion(version.substring(version.indexOf('/') + 1))
                .withKind(resource.getKind())
                .withPlural(resource.getName())
                .withNamespaced(true)
                .build();
        var items = client.genericKubernetesResources(type)
                .inNamespace(namespace)
                .list()
                .getItems();
        if (!items.isEmpty()) {
            items.forEach(Traces::withoutSecrets);
            write("objects/" + resource.getName() + ".yaml", Serialization.asYaml(items));
        }
    }

    /** Their keys remain. */
    private static void withoutSecrets(GenericKubernetesResource object) {
        if (!"Secret".equals(object.getKind())) {
            return;
        }
        for (String field : List.of("data", "stringData")) {
            Map<String, Object> values = object.get(field);
            if (values != null) {
                var removed = new LinkedHashMap<String, Object>();
                values.keySet().forEach(key -> removed.put(key, "removed"));
                object.setAdditionalProperty(field, removed);
            }
        }
        // kubectl apply leaves the whole object there.
        object.getMetadata().setAnnotations(Map.of());
    }

    private void keepLogs(Pod pod) {
        var status = pod.getStatus();
        Stream.concat(status.getInitContainerStatuses().stream(), status.getContainerStatuses().stream())
                .forEach(container -> keepLogs(pod, container));
    }

    private void keepLogs(Pod pod, ContainerStatus container) {
        var resource = client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .inContainer(container.getName());
        String file = "logs/" + pod.getMetadata().getName() + "-" + container.getName();
        try {
            write(file + ".log", resource.getLog());
            if (container.getRestartCount() > 0) {
                write(file + "-previous.log", resource.terminated().getLog());
            }
        } catch (KubernetesClientException e) {
            // A container that never started has none.
            write(file + ".log", "not to be had: " + e.getMessage());
        }
    }

    private void write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
