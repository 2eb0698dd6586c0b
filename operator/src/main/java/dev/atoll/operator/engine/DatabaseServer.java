// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a server is run as a container.
 *
 * @param image what is run
 * @param port where it listens
 * @param args arguments for the image's entry point; empty for its own
 * @param env environment variables, none of them secret
 * @param secretFiles keys of the credentials that it reads as files under {@link #SECRETS}
 * @param administratorFiles keys of the administrator's credentials that it reads as files under {@link #ADMINISTRATOR}
 * @param firstStart scripts that the image runs once, on an empty volume, by their file names; they find them under
 *     {@link #FIRST_START}
 * @param dataPath where the volume with the data is mounted
 * @param dataFolder the folder of the volume that is mounted there; null for the whole volume
 * @param scratch folders that it writes to beside the data, for its root file system is read-only
 * @param user number of the user and of the group that it runs as
 * @param readyCommand ends with 0 when the server takes connections
 * @param gracePeriodSeconds how long an orderly stop may take
 */
public record DatabaseServer(
        String image,
        Port port,
        List<String> args,
        Map<String, String> env,
        List<String> secretFiles,
        List<String> administratorFiles,
        Map<String, String> firstStart,
        String dataPath,
        @Nullable String dataFolder,
        List<Scratch> scratch,
        long user,
        List<String> readyCommand,
        long gracePeriodSeconds) {

    /** Folder in which the container finds the files of {@link #secretFiles}. */
    public static final String SECRETS = "/etc/atoll/credentials";

    /** Folder in which the container finds the files of {@link #administratorFiles}. */
    public static final String ADMINISTRATOR = "/etc/atoll/administrator";

    /** Folder in which the official images look for {@link #firstStart}. */
    public static final String FIRST_START = "/docker-entrypoint-initdb.d";

    public DatabaseServer {
        args = List.copyOf(args);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        secretFiles = List.copyOf(secretFiles);
        administratorFiles = List.copyOf(administratorFiles);
        firstStart = Collections.unmodifiableMap(new TreeMap<>(firstStart));
        scratch = List.copyOf(scratch);
        readyCommand = List.copyOf(readyCommand);
    }

    /**
     * A port.
     *
     * @param name as ports of containers and Services are named: at most 15 characters
     */
    public record Port(String name, int number) {}

    /**
     * A folder that lives as long as the pod.
     *
     * @param name of the volume
     * @param inMemory whether it is kept in memory, and counts as such
     */
    public record Scratch(String name, String path, boolean inMemory) {}
}
