// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.kind.SharedCluster;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** What the steps of one scenario share: its folder, its namespace, and how they wait. */
public final class Scene {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    // A dead operator makes nothing and says nothing.
    private static final Duration LIMIT_WHILE_THE_OPERATOR_DIES = Duration.ofMinutes(10);
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Map<String, String> LABELS = Map.of("pod-security.kubernetes.io/enforce", "restricted");

    private @Nullable Path folder;
    private @Nullable TestNamespace namespace;
    private final Map<String, TestNamespace> named = new LinkedHashMap<>();
    private final List<TestNamespace> namespaces = new ArrayList<>();
    private Instant changed = Instant.now();
    private Duration took = Duration.ZERO;

    /** Begins the scenario that is in a folder. */
    void begin(Path scenario) {
        folder = scenario;
        namespace = create(name());
    }

    /** Begins the scenario that is in a folder, in a namespace that it shares with others. */
    void begin(Path scenario, TestNamespace shared) {
        folder = scenario;
        namespace = shared;
    }

    /**
     * Goes on in another namespace of the scenario, which is made when it is first asked for.
     *
     * @param called what the scenario calls it; its real name is one that nobody else has
     */
    void turnTo(String called) {
        namespace = named.computeIfAbsent(called, missing -> create(name() + "-" + missing));
    }

    private TestNamespace create(String purpose) {
        var created = TestNamespace.create(cluster().kind().client(), purpose, LABELS);
        namespaces.add(created);
        return created;
    }

    /** The real name of a namespace of the scenario. */
    String nameOf(String called) {
        return Objects.requireNonNull(named.get(called), () -> "there is no namespace " + called + " yet")
                .name();
    }

    /** All that the scenario has. */
    List<TestNamespace> namespaces() {
        return List.copyOf(namespaces);
    }

    boolean hasBegun() {
        return namespace != null;
    }

    /** The scenario's name, which is that of its folder. */
    String name() {
        String name = String.valueOf(Objects.requireNonNull(folder).getFileName());
        return OperatorKiller.isWorking() ? name + "-operator-killed" : name;
    }

    /** A file of the scenario's folder. Hosts in it that are of a namespace of the scenario get that's real name. */
    String read(String file) {
        try {
            String text = Files.readString(Objects.requireNonNull(folder).resolve(file));
            for (var entry : named.entrySet()) {
                text = text.replace(
                        "." + entry.getKey() + ".svc", "." + entry.getValue().name() + ".svc");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The namespace that the scenario is in; only this scenario uses it. */
    TestNamespace namespace() {
        return Objects.requireNonNull(namespace, "the scenario has not begun");
    }

    /** The administrator's client, with the scenario's namespace as default. */
    KubernetesClient client() {
        return namespace().client();
    }

    /** The pods of a service or a database, those on their way out too. */
    List<Pod> pods(String name) {
        return client().pods()
                .inNamespace(namespace().name())
                .withLabel("app.kubernetes.io/name", name)
                .list()
                .getItems();
    }

    SharedCluster cluster() {
        return SharedCluster.get();
    }

    /** The time that later waits count from begins. */
    void somethingChanges() {
        changed = Instant.now();
    }

    /** Time from the last change to the end of the last wait. */
    Duration took() {
        return took;
    }

    /**
     * Looks until it sees what is wanted.
     *
     * @param wanted what that is, as in "deployment web has 2 ready pods"
     * @param eye looks once; what it throws counts as not seen
     * @throws AssertionError when it is not seen for too long, with what was seen last
     */
    void waitUntil(String wanted, Supplier<Seen> eye) {
        var look = new Look(eye);
        Duration limit = OperatorKiller.isWorking() ? LIMIT_WHILE_THE_OPERATOR_DIES : LIMIT;
        try {
            Awaitility.await()
                    .atMost(limit)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(INTERVAL)
                    .until(look);
        } catch (ConditionTimeoutException e) {
            throw failure("Within " + limit.toSeconds() + " s it did not come about that " + wanted + ". Seen last: "
                    + look.last.what() + ".");
        }
        took = Duration.between(changed, Instant.now());
    }

    /** A failure that says where the traces of this scenario will be. */
    AssertionError failure(String message) {
        return new AssertionError(message + " The traces of this scenario are in "
                + Checkout.root().relativize(traces()));
    }

    /** Where to keep what is in the namespace when the scenario fails. */
    Path traces() {
        return traces(namespace());
    }

    /** Where to keep what is in one of its namespaces. */
    Path traces(TestNamespace of) {
        return Checkout.root().resolve("e2e-tests/target/failed").resolve(of.name());
    }

    /** Keeps what it sees, for who has to tell of it. */
    private static final class Look implements Callable<Boolean> {
        private final Supplier<Seen> eye;
        private volatile Seen last = Seen.nothing("nothing yet");

        Look(Supplier<Seen> eye) {
            this.eye = eye;
        }

        @Override
        public Boolean call() {
            try {
                last = eye.get();
            } catch (RuntimeException e) {
                last = Seen.nothing(e.toString());
            }
            return last.asWanted();
        }
    }
}
