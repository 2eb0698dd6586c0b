// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

/**
 * Where the history of one volume of a database is kept, below the folder of the database's backups: its base backups, and
 * what its server has written since. A restore fills another volume, with which another history begins.
 */
public final class ArchivePlace {
    private static final String ALL = "point-in-time";
    private static final String BASE = "base";
    private static final String LOG = "wal";

    private ArchivePlace() {}

    /**
     * The folder of a history.
     *
     * @param backups the folder of the database's backups
     * @param claim the claim of the volume
     */
    public static BackupPlace of(BackupPlace backups, String claim) {
        return backups.below(ALL).below(claim);
    }

    /** The folder of a base backup. */
    public static BackupPlace base(BackupPlace history, String name) {
        return history.below(BASE).below(name);
    }

    /** The folder of all histories of a database, of one of its base backups' folder. */
    public static String allOf(String base) {
        return parent(historyOf(base));
    }

    /** The folder of the history that a base backup is of. */
    public static String historyOf(String base) {
        return parent(parent(base));
    }

    /** The folder with the base backups of a history. */
    public static String bases(String history) {
        return history + "/" + BASE;
    }

    /** The folder with what the servers of a history have written, each in one of its own. */
    public static String logs(String history) {
        return history + "/" + LOG;
    }

    /**
     * The folder with what one server has written.
     *
     * @param server the identifier that it has had since its data was made
     */
    public static String log(String history, String server) {
        return logs(history) + "/" + server;
    }

    private static String parent(String folder) {
        return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }
}
