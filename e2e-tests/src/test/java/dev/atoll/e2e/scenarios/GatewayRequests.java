// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.scenarios.GatewayClient.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request that a scenario is at, and what is expected of its answer. It is sent again and again until one answer is all
 * that. Where the gateway has to refuse the route there is nothing to send, and nothing is expected.
 */
public final class GatewayRequests {
    private static final String NEW = "{new}";

    private final Scene scene;
    private final PublishedRoute route;
    private final List<Expected> expected = new ArrayList<>();
    private @Nullable Wanted wanted;

    /** Called by Cucumber. */
    public GatewayRequests(Scene scene, PublishedRoute route) {
        this.scene = scene;
        this.route = route;
    }

    private record Expected(String inWords, Predicate<GatewayAnswer> of) {}

    /**
     * Begins with another request.
     *
     * @param path in which {new} stands for something that is new each time it is sent
     */
    void describe(String method, String path, List<String> headers, boolean encrypted) {
        expected.clear();
        if (!route.isRefused()) {
            wanted = new Wanted(method, route.host(), path, headers, encrypted);
        }
    }

    /** Waits for an answer that is this too. */
    void expect(String inWords, Predicate<GatewayAnswer> predicate) {
        expected.add(new Expected(inWords, predicate));
        waitUntil(inWords, () -> {
            var answer = send(1).getFirst();
            var missing = expected.stream()
                    .filter(each -> !each.of().test(answer))
                    .map(Expected::inWords)
                    .toList();
            return Seen.that(missing.isEmpty(), answer + ", of which this is not true: " + missing);
        });
    }

    /** Looks until it sees what is wanted. */
    void waitUntil(String inWords, Supplier<Seen> eye) {
        if (!route.isRefused()) {
            scene.waitUntil(inWords + " (" + wanted() + ")", eye);
        }
    }

    List<GatewayAnswer> send(int times) {
        var last = wanted();
        String path = last.path().replace(NEW, UUID.randomUUID().toString());
        return GatewayRun.current()
                .client()
                .send(new Wanted(last.method(), last.host(), path, last.headers(), last.encrypted()), times);
    }

    /** The URL of the last request, with TLS. */
    String urlWithTls() {
        return "https://" + wanted().host() + wanted().path();
    }

    private Wanted wanted() {
        return Objects.requireNonNull(wanted, "no request was described");
    }
}
