// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the {@link FakeShop} and gives its addresses by the variables that Atoll sets. */
public class TestShop implements QuarkusTestResourceLifecycleManager {
    private @Nullable FakeShop shop;

    @Override
    public Map<String, String> start() {
        try {
            shop = new FakeShop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var url = "http://127.0.0.1:" + shop.httpPort();
        return Map.of(
                "INVENTORY_HOST",
                "127.0.0.1",
                "INVENTORY_PORT",
                Integer.toString(shop.grpcPort()),
                "ACCOUNTS_URL",
                url,
                "PAYMENT_URL",
                url,
                "NOTIFICATIONS_URL",
                url);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(shop, new TestInjector.MatchesType(FakeShop.class));
    }

    @Override
    public void stop() {
        if (shop != null) {
            shop.stop();
        }
    }
}
