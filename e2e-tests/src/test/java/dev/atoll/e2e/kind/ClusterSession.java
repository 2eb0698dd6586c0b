// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Ends the shared cluster, if there was one, with the test run. */
public final class ClusterSession implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        SharedCluster.stop();
    }
}
