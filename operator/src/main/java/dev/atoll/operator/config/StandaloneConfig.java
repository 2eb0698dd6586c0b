// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.config;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The operator's settings where no operator runs. */
public final class StandaloneConfig {
    private StandaloneConfig() {}

    /** The defaults, with what the environment and system properties set. */
    public static OperatorConfig ofEnvironment() {
        return read(new SmallRyeConfigBuilder().addDefaultInterceptors().addDefaultSources());
    }

    /** The defaults alone. */
    public static OperatorConfig ofDefaults() {
        return read(new SmallRyeConfigBuilder());
    }

    private static OperatorConfig read(SmallRyeConfigBuilder builder) {
        return builder.withMapping(OperatorConfig.class).build().getConfigMapping(OperatorConfig.class);
    }
}
