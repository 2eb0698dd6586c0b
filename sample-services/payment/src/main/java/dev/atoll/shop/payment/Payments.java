// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.slf4j.MDC;

/** Takes a payment and never leaves its caller in doubt: it was decided, or nothing was charged. */
@ApplicationScoped
class Payments {
    private final ProviderCalls provider;
    private final MeterRegistry meters;

    Payments(ProviderCalls provider, MeterRegistry meters) {
        this.provider = provider;
        this.meters = meters;
    }

    Outcome take(String key, Charge charge) {
        // A field of every log line until the end of this payment.
        MDC.put("order", charge.orderId());
        try {
            var outcome = charge(key, charge);
            count(outcome);
            return outcome;
        } finally {
            MDC.remove("order");
        }
    }

    private Outcome charge(String key, Charge charge) {
        try {
            return switch (provider.charge(key, charge)) {
                case Provider.Answer.Decided(var payment) -> new Outcome.Decided(payment);
                case Provider.Answer.KeyReused() -> new Outcome.KeyReused();
                case Provider.Answer.Cancelled() -> new Outcome.NotTaken("the payment of this key was cancelled");
            };
        } catch (TimeoutException e) {
            // The provider may still decide it, so it is told not to.
            provider.cancel(key);
            Log.warn("cancelled a charge that the provider did not answer");
            return new Outcome.NotTaken("the payment provider did not answer in time");
        } catch (Provider.Unavailable | CircuitBreakerOpenException e) {
            Log.warn("the provider took no charge");
            return new Outcome.NotTaken("the payment provider is unavailable");
        }
    }

    private void count(Outcome outcome) {
        var result = switch (outcome) {
            case Outcome.Decided(var payment) -> payment.status().name().toLowerCase(Locale.ROOT);
            case Outcome.NotTaken _ -> "not_taken";
            case Outcome.KeyReused _ -> "key_reused";
        };
        meters.counter("shop.payments", "result", result).increment();
    }

    /** What became of a payment. */
    sealed interface Outcome {
        record Decided(Payment payment) implements Outcome {}

        /** Nothing was charged, and nothing will be for this key. */
        record NotTaken(String reason) implements Outcome {}

        /** The key came before with another charge. */
        record KeyReused() implements Outcome {}
    }
}
