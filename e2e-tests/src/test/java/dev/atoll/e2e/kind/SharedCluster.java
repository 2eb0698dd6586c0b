// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import org.jspecify.annotations.Nullable;

/**
 * The one cluster of a test run, with the operator and the images that every scenario uses. It is started when it is
 * first asked for, and ends with the test run ({@link ClusterSession}); one that the system property
 * {@code atoll.cluster} names is used as it is, and goes on running.
 */
public final class SharedCluster implements AutoCloseable {
    // What JUnit keeps for its own tests, Cucumber's steps cannot reach.
    private static @Nullable SharedCluster running;
    private static boolean failed;

    private final KindCluster kind;
    private final Images images;
    private final Operator operator;
    private final Nodes nodes;

    private SharedCluster(KindCluster kind) {
        this.kind = kind;
        this.images = new Images(kind);
        this.operator = new Operator(kind, images);
        this.nodes = new Nodes(kind);
    }

    /**
     * The running cluster.
     *
     * @throws IllegalStateException when it did not come up, now or before; standard error said why
     */
    public static synchronized SharedCluster get() {
        if (failed) {
            throw new IllegalStateException("There is no cluster: its start failed before, see above.");
        }
        if (running == null) {
            failed = true;
            running = start();
            failed = false;
        }
        return running;
    }

    static synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private static SharedCluster start() {
        String name = System.getProperty("atoll.cluster", "");
        KindCluster kind = name.isEmpty() ? KindCluster.start() : KindCluster.running(name);
        try {
            var cluster = new SharedCluster(kind);
            cluster.images.load("operator", "actor:1", "actor:2");
            cluster.operator.install();
            return cluster;
        } catch (RuntimeException e) {
            kind.close();
            throw e;
        }
    }

    /** The cluster itself. */
    public KindCluster kind() {
        return kind;
    }

    /** The images on its nodes. */
    public Images images() {
        return images;
    }

    /** The operator that looks after it. */
    public Operator operator() {
        return operator;
    }

    /** Its nodes. */
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public void close() {
        kind.close();
    }
}
