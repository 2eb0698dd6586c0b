// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import dev.atoll.shop.payment.Payment.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A provider inside this process, which can be told to be slow or to fail. Its decisions are functions of the key and
 * the charge, so every replica gives the same answer, also after a restart. What it remembers, and may forget, is only
 * which keys were cancelled or belong to another charge: the part that a real provider keeps on its side.
 */
@ApplicationScoped
class FakeProvider implements Provider {
    private static final int REMEMBERED = 10_000;

    private final Map<String, Charge> charges = forgetful();
    private final Map<String, Boolean> cancelled = forgetful();
    private volatile Behaviour behaviour;

    @Inject
    FakeProvider(Behaviour.Initial initial) {
        this(new Behaviour(initial.delay().toMillis(), initial.failing()));
    }

    FakeProvider(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public Answer charge(String key, Charge charge) {
        var now = behaviour;
        if (now.failing()) {
            throw new Unavailable();
        }
        takeTime(now.delayMillis());
        return decide(key, charge);
    }

    @Override
    public synchronized void cancel(String key) {
        cancelled.put(key, true);
    }

    private synchronized Answer decide(String key, Charge charge) {
        if (cancelled.containsKey(key)) {
            return new Answer.Cancelled();
        }
        var first = charges.putIfAbsent(key, charge);
        return first == null || first.equals(charge)
                ? new Answer.Decided(payment(key, charge))
                : new Answer.KeyReused();
    }

    private static Payment payment(String key, Charge charge) {
        var id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
        var status = charge.method().equals("card-declined") ? Status.DECLINED : Status.CAPTURED;
        return new Payment(id, charge.orderId(), charge.amount(), charge.currency(), status);
    }

    /** Slow on purpose, and for exactly as long as it was told to be. */
    private static void takeTime(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // The caller gave up waiting: like a connection that was closed before the charge was decided.
            Thread.currentThread().interrupt();
            throw new Unavailable();
        }
    }

    private static <V> Map<String, V> forgetful() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
