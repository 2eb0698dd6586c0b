// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A namespace that only one test class uses.
 *
 * @param name its name
 * @param client the administrator's client with this namespace as default; belongs to the control plane, so it is not
 *     to be closed
 */
public record TestNamespace(String name, KubernetesClient client) {
    private static final int LONGEST_PREFIX = 50;
    private static final long SERVICE_ACCOUNT_SECONDS = 30;

    /** Creates a namespace, named after the purpose with a random suffix, that is ready for pods. */
    public static TestNamespace create(ControlPlane controlPlane, String purpose) {
        return create(controlPlane, purpose, Map.of());
    }

    /** Creates a namespace with labels. */
    public static TestNamespace create(ControlPlane controlPlane, String purpose, Map<String, String> labels) {
        TestNamespace created = createEmpty(controlPlane.client(), purpose, labels);
        if (controlPlane.hasControllers()) {
            created.awaitServiceAccount();
        }
        return created;
    }

    /** Creates a namespace with labels in a whole cluster; the client is the administrator's. */
    public static TestNamespace create(KubernetesClient cluster, String purpose, Map<String, String> labels) {
        TestNamespace created = createEmpty(cluster, purpose, labels);
        created.awaitServiceAccount();
        return created;
    }

    private static TestNamespace createEmpty(KubernetesClient cluster, String purpose, Map<String, String> labels) {
        Namespace wanted = new NamespaceBuilder()
                .withNewMetadata()
                .withGenerateName(prefix(purpose) + "-")
                .withLabels(labels)
                .endMetadata()
                .build();
        String name = cluster.resource(wanted).create().getMetadata().getName();
        return new TestNamespace(
                name, cluster.adapt(NamespacedKubernetesClient.class).inNamespace(name));
    }

    /** Without it, pods are refused. */
    private void awaitServiceAccount() {
        client.serviceAccounts()
                .withName("default")
                .waitUntilCondition(Objects::nonNull, SERVICE_ACCOUNT_SECONDS, TimeUnit.SECONDS);
    }

    /** Has it deleted, without waiting for its end. */
    public void delete() {
        client.namespaces().withName(name).delete();
    }

    private static String prefix(String purpose) {
        String kebab = purpose.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return kebab.length() <= LONGEST_PREFIX ? kebab : kebab.substring(0, LONGEST_PREFIX);
    }
}
