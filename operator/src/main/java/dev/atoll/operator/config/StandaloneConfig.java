// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.config;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** The operator's settings where no operator runs. */
public final class StandaloneConfig {
    /** Above those that are built in, as Quarkus has it. */
    private static final int CONVERTER_PRIORITY = 200;

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
        return builder.withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(OperatorConfig.class)
                .build()
                .getConfigMapping(OperatorConfig.class);
    }
}
