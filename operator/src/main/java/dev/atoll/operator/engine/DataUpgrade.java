// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

/** How data gets to a version that cannot simply open it: by a backup that is restored on a server of that version. */
final class DataUpgrade {
    /** The end of a sentence about a version that is later than the data's. Until then the server goes on as it is. */
    static final String REMEDY =
            ", or take a DatabaseBackup and restore it into this ServiceDatabase by a DatabaseRestore, "
                    + "with which it goes over to the later version; until then it goes on with the former one";

    private DataUpgrade() {}
}
