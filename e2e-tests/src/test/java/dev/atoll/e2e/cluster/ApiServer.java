// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The API server of a control plane of one's own, which a test takes away for a while. */
public final class ApiServer {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final ControlPlane controlPlane;
    private final List<String> command;
    private final File folder;
    private ProcessHandle process;

    private ApiServer(ControlPlane controlPlane, ProcessHandle process) throws IOException {
        this.controlPlane = controlPlane;
        this.process = process;
        this.command = command(process.pid());
        // It finds etcd by a name that is relative to its folder.
        this.folder = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                .toFile();
    }

    /** The one that runs now. */
    public static ApiServer of(ControlPlane controlPlane) {
        var program = controlPlane.logs().resolveSibling("bin/kube-apiserver").toString();
        try {
            var process = ProcessHandle.allProcesses()
                    .filter(candidate -> isRunning(program, candidate))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no process runs " + program));
            return new ApiServer(controlPlane, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return URI.create(controlPlane.client().getConfiguration().getMasterUrl())
                .getPort();
    }

    /** Kills it; the data stays. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again, on the same port, and waits until it is ready. */
    public void start() {
        try {
            process = new ProcessBuilder(command)
                    .directory(folder)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            controlPlane.logs().resolve("kube-apiserver.log").toFile()))
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("the API server is ready again")
                .atMost(LONG_ENOUGH)
                .ignoreException(KubernetesClientException.class)
                .until(() -> "ok".equals(controlPlane.client().raw("/readyz")));
    }

    private static boolean isRunning(String program, ProcessHandle candidate) {
        try {
            return command(candidate.pid()).getFirst().equals(program);
        } catch (IOException e) {
            // It has ended meanwhile.
            return false;
        }
    }

    private static List<String> command(long pid) throws IOException {
        var bytes = Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline"));
        return Stream.of(new String(bytes, StandardCharsets.UTF_8).split("\0")).toList();
    }
}
