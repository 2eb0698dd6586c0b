// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.line.Desired;
import java.util.Set;

/** The names under which Atoll's writes stand in {@code metadata.managedFields}. */
public final class FieldManagers {
    /** Everything that Atoll applies. */
    public static final String ATOLL = "atoll";

    /**
     * Keeps {@code spec.replicas} of a Deployment while an autoscaler takes over, see {@link ReplicaHandover}. A field
     * that its last manager drops falls back to its default, and for replicas that would be 1.
     */
    public static final String REPLICAS = "atoll-replicas";

    /**
     * Makes what is made only once, such as a Secret with a password. Were it {@link #ATOLL}, a later apply of that manager
     * that names only an owner or an annotation would remove everything else.
     */
    public static final String ONCE = "atoll-once";

    /** Grows volumes. Apart from {@link #ATOLL}, for a refused growth must not hold back anything else. */
    public static final String SIZE = "atoll-size";

    /** Hands a volume over from one resource to another, of which {@link #ATOLL} keeps the rest. */
    public static final String BELONGING = "atoll-belonging";

    /** Exchanges what Secrets hold, all of it each time. */
    public static final String CREDENTIALS = "atoll-credentials";

    /** Notes on a Secret what it was made from, where only that has changed. */
    public static final String SOURCE = "atoll-source";

    /** Those whose applies are compared with what is desired. */
    static final Set<String> REPEATED = Set.of(ATOLL, SIZE, BELONGING);

    private FieldManagers() {}

    /** Who owns the fields of an amendment. */
    static String of(Desired.Part part) {
        return switch (part) {
            case METADATA -> ATOLL;
            case SIZE -> SIZE;
            case BELONGING -> BELONGING;
        };
    }
}
