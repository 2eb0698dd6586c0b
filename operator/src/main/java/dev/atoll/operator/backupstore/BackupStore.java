// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A place for backups. Names are of letters, digits, dots, dashes and slashes, and never lead out of it. */
public interface BackupStore extends Closeable {

    /** Begins to take content of unknown length, which nobody sees before it is complete. */
    Upload begin(String name) throws IOException;

    /** The small content of a name; nothing where there is none. */
    Optional<String> read(String name) throws IOException;

    /** Puts small content, whole or not at all. */
    void write(String name, String content) throws IOException;

    /** Large content, from its beginning. */
    InputStream open(String name) throws IOException;

    /** The names of the folders in a folder; none where there is no such folder. */
    List<String> folders(String folder) throws IOException;

    /** Deletes content; nothing happens where there is none. */
    void delete(String name) throws IOException;

    /** Content that is on its way. Closing it before it is complete leaves nothing behind. */
    interface Upload extends Closeable {
        /** Takes the content. */
        OutputStream content();

        /** Makes it durable, and seen by all. */
        void complete() throws IOException;
    }
}
