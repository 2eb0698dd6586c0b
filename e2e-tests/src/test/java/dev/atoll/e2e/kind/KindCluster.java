// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import dev.atoll.e2e.cluster.Program;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A running cluster with its administrator's client. One that was started here ends with this process at the latest. */
public final class KindCluster implements AutoCloseable {
    private static final String KIND = "e2e-tests/cluster/kind";

    private final String name;
    private final boolean ours;
    private final Path kubeconfig;
    private final KubernetesClient client;

    private KindCluster(String name, boolean ours) {
        this.name = name;
        this.ours = ours;
        this.kubeconfig = Path.of(Program.run(KIND, "kubeconfig", "--name", name));
        this.client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                .build();
    }

    /**
     * Starts one with both gateways that nobody else uses.
     *
     * @throws IllegalStateException when it does not come up; standard error says why
     */
    static KindCluster start() {
        long pid = ProcessHandle.current().pid();
        String name = "scenarios-" + pid;
        Program.run(KIND, "up", "--with", "envoy", "--stop-with", String.valueOf(pid), "--name", name);
        return new KindCluster(name, true);
    }

    /** One that runs already, and goes on running. */
    static KindCluster running(String name) {
        return new KindCluster(name, false);
    }

    /** The name that {@code kind status --name} knows it by. */
    public String name() {
        return name;
    }

    /** The administrator's client; closed with the cluster. */
    public KubernetesClient client() {
        return client;
    }

    /** The administrator's kubeconfig file. */
    Path kubeconfig() {
        return kubeconfig;
    }

    /** What runs, line by line, such as whether network policies are enforced. */
    public String status() {
        return Program.run(KIND, "status", "--name", name);
    }

    /** Where the gateway listens; the host name of a request decides where it goes. */
    public URI gateway() {
        return gateway("traefik", false);
    }

    /**
     * Where one of the gateways listens.
     *
     * @param program traefik or envoy
     * @param encrypted whether with TLS
     */
    public URI gateway(String program, boolean encrypted) {
        var command = new ArrayList<>(List.of("gateway", program, "--name", name));
        if (encrypted) {
            command.add("--tls");
        }
        return URI.create(Program.run(KIND, command.toArray(String[]::new)));
    }

    /** Runs the engine's own command, for which every node is a container, such as {@code stop NODE}. */
    public String engine(String... arguments) {
        var command = new ArrayList<>(List.of("engine", "--name", name));
        command.addAll(List.of(arguments));
        return Program.run(KIND, command.toArray(String[]::new));
    }

    /** Loads images, as "docker save" writes them, onto the nodes where pods may run. */
    void load(List<Path> archives) {
        var arguments = new ArrayList<>(List.of("load", "--name", name));
        archives.forEach(archive -> arguments.add(archive.toString()));
        Program.run(KIND, arguments.toArray(String[]::new));
    }

    @Override
    public void close() {
        client.close();
        if (ours) {
            Program.run(KIND, "down", "--name", name);
        }
    }
}
