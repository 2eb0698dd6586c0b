// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;

/**
 * How the writers use the client. By default it repeats a request that failed with an error of the server for about
 * twenty seconds, and a thread that could reconcile another resource waits that long. Some refusals look like such
 * errors, and a reconcile is retried as a whole anyway.
 */
final class Impatience {
    /** The first after 0.1 seconds, the second after another 0.2. */
    private static final int RETRIES = 2;

    private static final int TIMEOUT_MILLIS = 10_000;

    private Impatience() {}

    /** The same client, which gives up soon. */
    static KubernetesClient of(KubernetesClient client) {
        var config = new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                .withRequestRetryBackoffLimit(RETRIES)
                .withRequestTimeout(TIMEOUT_MILLIS)
                .build();
        return client.newClient(config).adapt(KubernetesClient.class);
    }
}
