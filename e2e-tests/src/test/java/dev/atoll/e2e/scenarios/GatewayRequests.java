// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The request that a scenario is at, and what is expected of its answer. It is sent again and again until one answer is all
 * that. Where the gateway has to refuse the route there is nothing to send, and nothing is expected.
 */
public final class GatewayRequests {
    private final Scene scene;
    private final PublishedRoute route;
    private final Placeholders placeholders;
    private final List<Expected> expected = new ArrayList<>();
    private @Nullable Wanted wanted;

    /** Called by Cucumber. */
    public GatewayRequests(Scene scene, PublishedRoute route, Placeholders placeholders) {
        this.scene = scene;
        this.route = route;
        this.placeholders = placeholders;
    }

    private record Expected(String inWords, Predicate<GatewayAnswer> of) {}

    /** Begins with another request. */
    void describe(Wanted next) {
        expected.clear();
        wanted = next;
    }

    /**
     * Begins with another request to the route's first host, without a body.
     *
     * @param path in which placeholders stand for something else
     */
    void describe(String method, String path, List<String> headers, boolean encrypted) {
        if (!route.isRefused()) {
            describe(new Wanted(method, route.host(), path, headers, encrypted, Wanted.Body.NONE));
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

    /** Sends the last request several times, {@code {new}} being another text each time. */
    List<GatewayAnswer> send(int times) {
        return send(wanted(), times);
    }

    /** The same with one header more. */
    List<GatewayAnswer> send(int times, String header) {
        return send(wanted().with(header), times);
    }

    private List<GatewayAnswer> send(Wanted request, int times) {
        return GatewayRun.current()
                .client()
                .send(Stream.generate(() -> request.filled(placeholders))
                        .limit(times)
                        .toList());
    }

    /** The URL of the last request, with TLS. */
    String urlWithTls() {
        return "https://" + wanted().host() + wanted().path();
    }

    /** The last request, as it is described. */
    Wanted wanted() {
        return Objects.requireNonNull(wanted, "no request was described");
    }
}
