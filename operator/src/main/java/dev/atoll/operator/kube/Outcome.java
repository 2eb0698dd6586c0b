// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.line.Applied.Blocked;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** What became of one object. */
sealed interface Outcome {
    /** It is as desired already. */
    record Unchanged(HasMetadata live) implements Outcome {}

    /** It was created or changed. */
    record Written(HasMetadata live) implements Outcome {}

    /** It could not be written. */
    record Refused(Blocked blocked) implements Outcome {}
}
