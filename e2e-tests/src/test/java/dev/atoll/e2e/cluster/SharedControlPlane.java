// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one control plane of a test run, with all CRDs applied, those of optional APIs too; JUnit closes it at the end of the run. */
final class SharedControlPlane implements AutoCloseable {
    private final ControlPlane controlPlane;
    private final AtomicBoolean failed = new AtomicBoolean();

    private SharedControlPlane(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    static SharedControlPlane start() {
        ControlPlane controlPlane = ControlPlane.start("tests", ControlPlaneOption.AUDIT);
        try {
            CustomResourceDefinitions.applyAll(controlPlane.client());
            for (var api : CustomResourceDefinitions.OptionalApi.values()) {
                api.install(controlPlane.client());
            }
        } catch (RuntimeException e) {
            controlPlane.close();
            throw e;
        }
        return new SharedControlPlane(controlPlane);
    }

    ControlPlane controlPlane() {
        return controlPlane;
    }

    /** Something failed, so somebody will want the logs. */
    void testFailed() {
        failed.set(true);
    }

    @Override
    public void close() {
        if (!failed.get()) {
            controlPlane.close();
            return;
        }
        Path folder =
                Checkout.root().resolve("e2e-tests/target/control-plane-logs").resolve(controlPlane.name());
        controlPlane.closeKeepingLogs(folder);
        System.err.println("Tests failed; the logs of their control plane are in " + folder);
    }
}
