// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Security contexts that pass the Pod Security Standard "restricted", with a read-only root. What the user sets is laid
 * over them field by field.
 */
public final class SafeSecurity {
    private SafeSecurity() {}

    /** For a pod. */
    public static PodSecurityContext pod(@Nullable PodSecurityContext wanted) {
        // spotless:off
        var safe = new PodSecurityContextBuilder()
            .withRunAsNonRoot(true)
            .withNewSeccompProfile()
                .withType("RuntimeDefault")
            .endSeccompProfile()
            .build();
        // spotless:on
        return wanted == null ? safe : StrategicMerge.of(safe, wanted);
    }

    /** For a container. */
    public static SecurityContext container(@Nullable SecurityContext wanted) {
        // spotless:off
        var safe = new SecurityContextBuilder()
            .withAllowPrivilegeEscalation(false)
            .withReadOnlyRootFilesystem(true)
            .withNewCapabilities()
                .withDrop("ALL")
            .endCapabilities()
            .build();
        // spotless:on
        return wanted == null ? safe : StrategicMerge.of(safe, wanted);
    }
}
