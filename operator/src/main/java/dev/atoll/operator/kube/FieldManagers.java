// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

/** The names under which Atoll's writes stand in {@code metadata.managedFields}. */
public final class FieldManagers {
    /** Everything that Atoll applies. */
    public static final String ATOLL = "atoll";

    /**
     * Keeps {@code spec.replicas} of a Deployment while an autoscaler takes over, see {@link ReplicaHandover}. A field
     * that its last manager drops falls back to its default, and for replicas that would be 1.
     */
    public static final String REPLICAS = "atoll-replicas";

    private FieldManagers() {}
}
