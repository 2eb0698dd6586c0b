// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The cache of the classes that the operator loads, made as for its image. Tests start it more than twenty times, and with
 * the cache each start takes half the time.
 */
final class ClassCache {
    private ClassCache() {}

    /** The file for the operator that is in that folder now; the first call makes it, in about ten seconds. */
    static synchronized Path of(Path folder, Path java) {
        Path jar = folder.resolve("quarkus-run.jar");
        Path file = Checkout.root().resolve("operator/target/atoll.aot");
        try {
            if (!Files.exists(file) || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                make(folder, java, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a cache of classes was made", e);
        }
    }

    private static void make(Path folder, Path java, Path file) throws IOException, InterruptedException {
        Path train = Checkout.root().resolve("operator/src/main/image/train");
        int code = new ProcessBuilder("sh", train.toString(), folder.toString(), java.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(train + " ended with " + code + "; it said why above");
        }
    }
}
