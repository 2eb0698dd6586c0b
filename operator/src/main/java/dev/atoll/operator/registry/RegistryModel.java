// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.api.v1alpha1.microservice.Endpoint;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a registry.
 *
 * @param entries by service: its {@code status.endpoints} as JSON, one endpoint a line
 * @param leftOut number of services for which there is no room
 */
record RegistryModel(SortedMap<String, String> entries, int leftOut) {
    /**
     * Room for names and entries, in bytes. A ConfigMap holds 1 MiB of values, and Kubernetes notes each name a second
     * time in the fields that Atoll owns, within the 1.5 MiB that etcd takes.
     */
    private static final int ROOM = 900 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Comparator<Microservice> BY_NAME =
            Comparator.comparing(service -> service.getMetadata().getName());

    /** The entries of those services that have told their endpoints, as far as there is room, by name. */
    static RegistryModel from(Stream<Microservice> services) {
        var entries = new TreeMap<String, String>();
        int size = 0;
        int leftOut = 0;
        for (var service :
                services.filter(RegistryModel::isKnown).sorted(BY_NAME).toList()) {
            var name = service.getMetadata().getName();
            var entry = entry(service);
            size += bytes(name) + bytes(entry);
            if (size <= ROOM) {
                entries.put(name, entry);
            } else {
                leftOut++;
            }
        }
        return new RegistryModel(entries, leftOut);
    }

    private static boolean isKnown(Microservice service) {
        return service.getStatus() != null && !service.isMarkedForDeletion();
    }

    private static String entry(Microservice service) {
        return service.getStatus().endpoints().stream()
                .map(RegistryModel::json)
                .collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static String json(Endpoint endpoint) {
        try {
            return MAPPER.writeValueAsString(endpoint);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an endpoint has text and lists of text only", e);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
