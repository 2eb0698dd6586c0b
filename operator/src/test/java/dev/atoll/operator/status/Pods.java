// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Pods as a kubelet and a scheduler report them. */
final class Pods {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Pods() {}

    /** A pod whose one container is in a state, for example {@code ready: false, restartCount: 1, state: {…}}. */
    static Pod withContainer(String name, String fields) {
        return withStatus(name, "containerStatuses: [{name: app, image: 'shop/app:1', %s}]".formatted(fields));
    }

    static Pod withStatus(String name, String status) {
        return pod("{metadata: {name: '%s'}, status: {%s}}".formatted(name, status));
    }

    static Pod pod(String yaml) {
        return read(yaml, Pod.class);
    }

    static Pod working(String name) {
        return withContainer(name, "ready: true, restartCount: 0, state: {running: {}}");
    }

    static <T> T read(String yaml, Class<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
