// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.ControlPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;

/** The operator's way to the API server: the rights of its ServiceAccount and nothing more. */
final class Kubeconfigs {
    private Kubeconfigs() {}

    static String withToken(ControlPlane controlPlane) {
        var admin = controlPlane.client().getConfiguration();
        return of(
                "server: \"%s\", certificate-authority-data: \"%s\""
                        .formatted(admin.getMasterUrl(), admin.getCaCertData()),
                controlPlane.client());
    }

    /**
     * By way of a server of ours on loopback.
     *
     * @param admin of the cluster behind it
     */
    static String withTokenThrough(URI server, KubernetesClient admin) {
        return of("server: \"%s\"".formatted(server), admin);
    }

    private static String of(String cluster, KubernetesClient admin) {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                  - name: test
                    cluster: {%s}
                users:
                  - name: operator
                    user: {token: "%s"}
                contexts:
                  - name: test
                    context: {cluster: test, user: operator, namespace: %s}
                current-context: test
                """.formatted(
                        cluster, ControlPlane.tokenOf(admin, Chart.NAMESPACE, Chart.SERVICE_ACCOUNT), Chart.NAMESPACE);
    }
}
