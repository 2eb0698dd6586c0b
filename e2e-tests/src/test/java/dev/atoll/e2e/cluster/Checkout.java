// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this repository are, whether the tests run from its root, from a module or from an IDE. */
public final class Checkout {
    /** The script that runs a bare control plane, from the root. */
    static final String CONTROL_PLANE = "e2e-tests/cluster/control-plane";

    private Checkout() {}

    /** The root folder of the repository. */
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(CONTROL_PLANE))) {
                return folder;
            }
        }
        throw new IllegalStateException("Neither " + start + " nor a folder above it contains " + CONTROL_PLANE
                + "; run the tests inside a checkout of the repository.");
    }
}
