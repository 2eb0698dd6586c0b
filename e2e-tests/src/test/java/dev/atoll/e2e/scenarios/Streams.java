// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.util.ArrayList;
import java.util.List;

/** The streams of requests of one scenario. */
public final class Streams {
    private final Scene scene;
    private final List<Stream> running = new ArrayList<>();

    /** Called by Cucumber. */
    public Streams(Scene scene) {
        this.scene = scene;
    }

    /**
     * Starts one, and returns when its requests succeed.
     *
     * @param target what it calls, as the scenario says it
     * @param application that its pod belongs to
     * @param arguments of the program that sends the requests
     */
    void start(String target, String application, List<String> arguments) {
        var stream = new Stream(scene, "stream-" + (running.size() + 1), target);
        new Caller(scene).start(stream.pod(), application, arguments);
        running.add(stream);
        stream.awaitSuccess();
    }

    List<Stream> all() {
        return List.copyOf(running);
    }

    /** Ends them all. */
    void end() {
        running.forEach(stream -> scene.client().pods().withName(stream.pod()).delete());
        running.clear();
    }
}
