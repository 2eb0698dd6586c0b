// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.microservice.MicroserviceSpec;
import dev.atoll.api.v1alpha1.microservice.Migration;
import dev.atoll.operator.meta.Checksum;
import dev.atoll.operator.meta.Durations;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to the data before another image rolls out.
 *
 * @param image null for the service's own
 * @param timeoutSeconds when it is given up
 * @param backup whether backups are taken before; null where there is a place for them
 */
public record MigrationPlan(
        @Nullable String image,
        List<String> command,
        List<String> args,
        long timeoutSeconds,
        @Nullable Boolean backup) {
    /** As a spec wants it; nothing for a service without migrations. */
    static Optional<MigrationPlan> from(MicroserviceSpec spec) {
        return Optional.ofNullable(spec.migration()).map(MigrationPlan::from);
    }

    private static MigrationPlan from(Migration wanted) {
        return new MigrationPlan(
                wanted.image(),
                wanted.command(),
                wanted.args(),
                Math.max(1, Durations.seconds(wanted.timeout())),
                wanted.backup());
    }

    /**
     * What is migrated to, and how: a migration runs once for each.
     *
     * @param serviceImage what is to roll out
     */
    String revision(String serviceImage) {
        var content = new TreeMap<String, String>();
        content.put("service", serviceImage);
        content.put("image", image == null ? serviceImage : image);
        for (int i = 0; i < command.size(); i++) {
            content.put("command " + i, command.get(i));
        }
        for (int i = 0; i < args.size(); i++) {
            content.put("args " + i, args.get(i));
        }
        return Checksum.of(content);
    }
}
