// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.ControlPlane;

/** The operator's way to the API server: the rights of its ServiceAccount and nothing more. */
final class Kubeconfigs {
    private Kubeconfigs() {}

    static String withToken(ControlPlane controlPlane) {
        var admin = controlPlane.client().getConfiguration();
        return """
                apiVersion: v1
                kind: Config
                clusters:
                  - name: test
                    cluster: {server: "%s", certificate-authority-data: "%s"}
                users:
                  - name: operator
                    user: {token: "%s"}
                contexts:
                  - name: test
                    context: {cluster: test, user: operator, namespace: %s}
                current-context: test
                """.formatted(
                        admin.getMasterUrl(),
                        admin.getCaCertData(),
                        controlPlane.tokenOf(Chart.NAMESPACE, Chart.SERVICE_ACCOUNT),
                        Chart.NAMESPACE);
    }
}
