// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version, from the manifest of the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"atoll " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
