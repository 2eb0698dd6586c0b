// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The calls to the provider, each with a limit and repeated: the key makes that safe. Three tries of a charge take less
 * than the callers of this service wait. The limits can be set by configuration, as MicroProfile Fault Tolerance says.
 */
@ApplicationScoped
class ProviderCalls {
    private final Provider provider;

    ProviderCalls(Provider provider) {
        this.provider = provider;
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 2,
            delay = 100,
            jitter = 50,
            retryOn = {Provider.Unavailable.class, TimeoutException.class})
    // While the provider is known to be down, callers hear so at once instead of waiting for it.
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2, delayUnit = ChronoUnit.SECONDS)
    Provider.Answer charge(String key, Charge charge) {
        return provider.charge(key, charge);
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 100, jitter = 50)
    void cancel(String key) {
        provider.cancel(key);
    }
}
