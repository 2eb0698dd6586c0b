// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The calls to accounts: seldom, because {@link TokenKeys} keeps the answer. */
@ApplicationScoped
class AccountsCalls {
    private final AccountsClient client;

    AccountsCalls(@RestClient AccountsClient client) {
        this.client = client;
    }

    @Retry(maxRetries = 2, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000)
    String keySet() {
        return client.keySet();
    }
}
