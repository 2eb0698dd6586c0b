// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Names one object in the cluster. */
record ObjectKey(String kind, String namespace, String name) {

    static ObjectKey of(HasMetadata object) {
        var namespace = object.getMetadata().getNamespace();
        return new ObjectKey(
                object.getKind(),
                namespace == null ? "" : namespace,
                object.getMetadata().getName());
    }

    /** For messages: {@code Service orders}. */
    String text() {
        return kind + " " + name;
    }
}
