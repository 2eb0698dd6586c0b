// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.CustomResourceDefinitions;
import dev.atoll.e2e.operator.Chart;
import dev.atoll.e2e.operator.OperatorProcess;
import dev.atoll.e2e.operator.Requests;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A control plane with one operator that a test may stop, kill and start again; nobody else is there. */
public final class Laboratory implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final ControlPlane controlPlane;
    private final Map<String, String> settings;
    private OperatorProcess operator;

    private Laboratory(ControlPlane controlPlane, Map<String, String> settings) {
        this.controlPlane = controlPlane;
        this.settings = settings;
        this.operator = OperatorProcess.start(controlPlane, settings);
    }

    /** Starts both; the audit log is always on. */
    public static Laboratory start(String purpose, ControlPlaneOption... options) {
        return start(purpose, Map.of(), options);
    }

    /**
     * Starts both, the operator with settings of its own.
     *
     * @param settings names as in the environment, such as {@code ATOLL_RETRY_INTERVAL}
     */
    static Laboratory start(String purpose, Map<String, String> settings, ControlPlaneOption... options) {
        var all = Stream.concat(Stream.of(ControlPlaneOption.AUDIT), Stream.of(options))
                .toArray(ControlPlaneOption[]::new);
        var controlPlane = ControlPlane.start(purpose, all);
        try {
            CustomResourceDefinitions.applyAll(controlPlane.client());
            Chart.install(controlPlane.client());
            return new Laboratory(controlPlane, settings);
        } catch (RuntimeException e) {
            controlPlane.close();
            throw e;
        }
    }

    /** The control plane, with its audit log on. */
    public ControlPlane controlPlane() {
        return controlPlane;
    }

    /** The operator that runs now. */
    public OperatorProcess operator() {
        return operator;
    }

    /** Ends the operator as a lost node would. */
    void killOperator() {
        operator.kill();
    }

    /** Stops the operator gracefully, if it still runs, and starts another. */
    public void restartOperator() {
        operator.close();
        operator = OperatorProcess.start(controlPlane, settings);
    }

    /** Waits until the operator has nothing to do and has sent nothing for two seconds. */
    public void settle() {
        settle(controlPlane, operator);
    }

    /** The same for several operators on a control plane, which has an audit log. */
    static void settle(ControlPlane controlPlane, OperatorProcess... operators) {
        var requests = Requests.since(controlPlane);
        var last = new int[] {-1};
        Awaitility.await("the operator comes to rest")
                .atMost(LONG_ENOUGH)
                .pollInterval(QUIET)
                .until(() -> {
                    int before = last[0];
                    last[0] = requests.all().size();
                    return last[0] == before && Stream.of(operators).allMatch(OperatorProcess::isIdle);
                });
    }

    @Override
    public void close() {
        operator.close();
        controlPlane.close();
    }
}
