// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.Program;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Installs the chart's objects, as Helm renders them, so that the operator runs with the rights that its users grant and
 * no others. What would need a node stays out: the operator runs as a local process.
 */
public final class Chart {
    /** Where the operator's ServiceAccount lives. */
    public static final String NAMESPACE = "atoll-system";
    /** The operator's ServiceAccount. */
    public static final String SERVICE_ACCOUNT = "atoll";

    private static final Set<String> NEEDS_A_NODE = Set.of("Deployment", "Service", "NetworkPolicy");

    private Chart() {}

    /**
     * Applies the rendered objects.
     *
     * @param values assignments as {@code helm --set} takes them
     * @return the operator's settings that follow from the values, as the chart's Deployment gives them to it
     */
    public static Map<String, String> install(KubernetesClient admin, String... values) {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(NAMESPACE)
                .endMetadata()
                .build();
        admin.resource(namespace).serverSideApply();
        var settings = new HashMap<String, String>();
        for (HasMetadata object : rendered(admin, values)) {
            if (!NEEDS_A_NODE.contains(object.getKind())) {
                admin.resource(object).forceConflicts().serverSideApply();
            }
            if (object instanceof Deployment deployment) {
                settings.putAll(settings(deployment));
            }
        }
        return settings;
    }

    /** Applies what the chart has the API server refuse, whoever asks for it. */
    public static void installPolicies(KubernetesClient admin) {
        rendered(admin).stream()
                .filter(object -> object.getKind().startsWith("ValidatingAdmissionPolicy"))
                .forEach(object -> admin.resource(object).forceConflicts().serverSideApply());
    }

    /** Atoll's own settings; those of Java and of its HTTP port are for a pod. */
    public static Map<String, String> settings(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream()
                .filter(variable -> variable.getName().startsWith("ATOLL_"))
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    private static List<HasMetadata> rendered(KubernetesClient admin, String... values) {
        var command =
                new ArrayList<>(List.of("helm", "template", SERVICE_ACCOUNT, "helm/atoll", "--namespace", NAMESPACE));
        for (String value : values) {
            command.addAll(List.of("--set", value));
        }
        var manifests = Program.run("e2e-tests/cluster/run-program", command, Map.of());
        return admin.load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
                .items();
    }
}
