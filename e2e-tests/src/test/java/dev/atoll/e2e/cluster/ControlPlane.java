// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A running control plane with its administrator's client. Closing it ends its processes and removes its files; it
 * ends by itself when this Java process does, however that happens.
 */
public final class ControlPlane implements AutoCloseable {
    private static final long TOKEN_SECONDS = 12 * 3600L;

    private final String name;
    private final Set<ControlPlaneOption> options;
    private final Path kubeconfig;
    private final KubernetesClient client;

    private ControlPlane(String name, Set<ControlPlaneOption> options, Path kubeconfig) {
        this.name = name;
        this.options = options;
        this.kubeconfig = kubeconfig;
        this.client =
                new KubernetesClientBuilder().withConfig(configOf(kubeconfig)).build();
    }

    /**
     * Starts a control plane of the caller's own, beside any other. Most tests want the shared one instead
     * ({@link UseControlPlane}).
     *
     * @param purpose the beginning of its name: lower-case letters, digits and '-', at most 30
     * @throws IllegalStateException when it does not come up; standard error says which program failed and why
     */
    public static ControlPlane start(String purpose, ControlPlaneOption... options) {
        String name = freshName(purpose);
        Set<ControlPlaneOption> wanted = EnumSet.noneOf(ControlPlaneOption.class);
        wanted.addAll(List.of(options));
        List<String> up = new ArrayList<>(List.of("up", "--name", name));
        up.addAll(List.of("--stop-with", String.valueOf(ProcessHandle.current().pid())));
        wanted.forEach(option -> up.add(option.flag()));
        ControlPlaneScript.run(up);
        Path kubeconfig = Path.of(ControlPlaneScript.run(List.of("kubeconfig", "--name", name)));
        return new ControlPlane(name, wanted, kubeconfig);
    }

    static String freshName(String purpose) {
        int random = ThreadLocalRandom.current().nextInt();
        return String.format(
                Locale.ROOT, "%s-%d-%08x", purpose, ProcessHandle.current().pid(), random);
    }

    /** The name that {@code control-plane status --name} knows it by. */
    public String name() {
        return name;
    }

    /** The administrator's kubeconfig file, with its certificates inside. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    /** The administrator's client; closed with the control plane. */
    public KubernetesClient client() {
        return client;
    }

    /** The folder of the servers' logs. */
    public Path logs() {
        return kubeconfig.resolveSibling("../logs").normalize();
    }

    /**
     * The audit log: one JSON object of kind {@code audit.k8s.io/v1 Event} a line. A request is complete with its
     * event of stage {@code ResponseComplete}, which may be written just after the client has its answer.
     *
     * @throws IllegalStateException when it was started without {@link ControlPlaneOption#AUDIT}
     */
    public Path auditLog() {
        if (!options.contains(ControlPlaneOption.AUDIT)) {
            throw new IllegalStateException("Control plane " + name + " was started without AUDIT.");
        }
        return logs().resolve("audit.log");
    }

    /** A client with the rights of an existing service account and nothing more; the caller closes it. */
    public KubernetesClient clientAs(String namespace, String serviceAccount) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(client.getConfiguration().getMasterUrl())
                .withCaCertData(client.getConfiguration().getCaCertData())
                .withOauthToken(tokenOf(namespace, serviceAccount))
                .withNamespace(namespace)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** A token of an existing service account, valid for twelve hours. */
    public String tokenOf(String namespace, String serviceAccount) {
        return tokenOf(client, namespace, serviceAccount);
    }

    /** The same at any cluster; the client is the administrator's. */
    public static String tokenOf(KubernetesClient client, String namespace, String serviceAccount) {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(TOKEN_SECONDS)
                .endSpec()
                .build();
        return client.serviceAccounts()
                .inNamespace(namespace)
                .withName(serviceAccount)
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }

    boolean hasControllers() {
        return !options.contains(ControlPlaneOption.WITHOUT_CONTROLLERS);
    }

    @Override
    public void close() {
        client.close();
        ControlPlaneScript.run(List.of("down", "--name", name));
    }

    /** Like {@link #close()}, but copies the servers' logs to that folder first. */
    void closeKeepingLogs(Path folder) {
        client.close();
        ControlPlaneScript.run(List.of("down", "--name", name, "--keep-logs", folder.toString()));
    }

    private static Config configOf(Path kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig.toFile());
        // A proxy of the machine's environment is not for loopback.
        config.setHttpProxy(null);
        config.setHttpsProxy(null);
        return config;
    }
}
