// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.line.Applied;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Optional;

/** When to look at a resource again though no event asks for it. */
public final class Revisit {
    private Revisit() {}

    /** After a while, if something outside of the caches' sight (a quota, a foreign object) keeps it from being done. */
    public static <P extends HasMetadata> UpdateControl<P> after(Applied applied, Duration interval) {
        UpdateControl<P> control = UpdateControl.noUpdate();
        return applied.isComplete() ? control : control.rescheduleAfter(interval);
    }

    /**
     * After a while, as above, or when a judgement that depends on time may change without any event.
     *
     * @param settling how long until then; empty when it no longer depends on time
     */
    public static <P extends HasMetadata> UpdateControl<P> after(
            Applied applied, Duration interval, Optional<Duration> settling) {
        UpdateControl<P> control = after(applied, interval);
        return control.getScheduleDelay().isPresent()
                ? control
                : settling.map(control::rescheduleAfter).orElse(control);
    }

    /** Never: the resource is gone. */
    public static <P extends HasMetadata> UpdateControl<P> never() {
        return UpdateControl.noUpdate();
    }
}
