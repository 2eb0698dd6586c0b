// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a Deployment's annotation {@link Annotations#REPLICAS} says about its number of replicas. It is how a
 * Microservice and a ScalingPolicy agree: no autoscaler is made before the number is given up, and none is overruled
 * before it is gone.
 */
public final class ReplicaNote {
    /** The number is given up to an autoscaler. */
    public static final String AUTOSCALED = "autoscaled";

    private static final Pattern HELD = Pattern.compile("held:(\\d{1,9}):(\\d{1,9})");

    private ReplicaNote() {}

    /** The number is kept though the spec says another one, as long as the spec says just that. */
    public static String held(int kept, int ignored) {
        return "held:" + kept + ":" + ignored;
    }

    /** Whether the number was given up to an autoscaler. */
    public static boolean isAutoscaled(Deployment deployment) {
        return of(deployment).filter(AUTOSCALED::equals).isPresent();
    }

    /** The number that is kept while the spec says {@code wanted}. */
    public static Optional<Integer> held(Deployment deployment, int wanted) {
        return of(deployment)
                .map(HELD::matcher)
                .filter(note -> note.matches() && Integer.parseInt(note.group(2)) == wanted)
                .map(note -> Integer.valueOf(note.group(1)));
    }

    private static Optional<String> of(Deployment deployment) {
        return Annotations.get(deployment, Annotations.REPLICAS);
    }
}
