// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import dev.atoll.api.v1alpha1.common.ImagePullPolicy;
import dev.atoll.api.v1alpha1.common.LocalReference;
import dev.atoll.api.v1alpha1.common.Resources;
import dev.atoll.api.v1alpha1.common.Scheduling;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wanted of a Microservice. */
@ValidationRule(
        value = """
                !has(self.ports) || self.ports.all(port, self.ports.exists_one(other, \
                (has(other.servicePort) ? other.servicePort : other.port) == \
                (has(port.servicePort) ? port.servicePort : port.port) && \
                (other.protocol == 'UDP') == (port.protocol == 'UDP')))""",
        fieldPath = ".ports",
        message = "two ports have the same number for callers; give one of them another servicePort")
@ValidationRule(
        value = "!has(self.ports) || self.ports.all(port, self.ports.exists_one(other, "
                + "other.port == port.port && (other.protocol == 'UDP') == (port.protocol == 'UDP')))",
        fieldPath = ".ports",
        message = "names a port of the container twice; keep one of the two")
@ValidationRule(
        value = """
                !has(self.health) || !has(self.health.readiness) || \
                (has(self.health.readiness.port) ? has(self.ports) && \
                self.ports.exists(port, port.name == self.health.readiness.port) : \
                has(self.health.readiness.command) && self.health.readiness.command.size() > 0 || \
                has(self.ports) && self.ports.size() > 0)""",
        fieldPath = ".health.readiness",
        message = "asks a port that spec.ports does not have; name one of them, add it, or give a command")
@ValidationRule(
        value = """
                !has(self.health) || !has(self.health.liveness) || \
                (has(self.health.liveness.port) ? has(self.ports) && \
                self.ports.exists(port, port.name == self.health.liveness.port) : \
                has(self.health.liveness.command) && self.health.liveness.command.size() > 0 || \
                has(self.ports) && self.ports.size() > 0)""",
        fieldPath = ".health.liveness",
        message = "asks a port that spec.ports does not have; name one of them, add it, or give a command")
@ValidationRule(
        value = """
                !has(self.health) || !has(self.health.startup) || \
                (has(self.health.startup.port) ? has(self.ports) && \
                self.ports.exists(port, port.name == self.health.startup.port) : \
                has(self.health.startup.command) && self.health.startup.command.size() > 0 || \
                has(self.ports) && self.ports.size() > 0)""",
        fieldPath = ".health.startup",
        message = "asks a port that spec.ports does not have; name one of them, add it, or give a command")
@ValidationRule(
        value = """
                !has(self.volumeMounts) || has(self.podTemplate) || \
                self.volumeMounts.all(mount, has(self.volumes) && \
                self.volumes.exists(volume, volume.name == mount.name))""",
        fieldPath = ".volumeMounts",
        message = "names a volume that spec.volumes does not have; add it there, or correct the name")
@ValidationRule(
        value = """
                !has(self.volumeMounts) || self.volumeMounts.all(mount, \
                self.volumeMounts.exists_one(other, other.mountPath == mount.mountPath) && \
                (!has(self.config) || self.config.mountPath != mount.mountPath))""",
        fieldPath = ".volumeMounts",
        message = "uses a mountPath twice, or the one of spec.config; give each its own folder")
@ValidationRule(
        value = """
                !has(self.dependencies) || self.dependencies.all(dependency, \
                self.dependencies.exists_one(other, other.service == dependency.service && \
                (has(other.port) ? other.port : '') == (has(dependency.port) ? dependency.port : '')))""",
        fieldPath = ".dependencies",
        message = "names the same port of a service twice; remove one")
public record MicroserviceSpec(
        @JsonPropertyDescription("Application that the service belongs to. Left out: the namespace's name.")
        @Size(min = 1, max = 63)
        @Pattern(Formats.DNS_LABEL)
        @Nullable
        String application,

        @JsonPropertyDescription("Container image, with tag or digest.")
        @Required
        @Size(min = 1, max = 512)
        @Pattern(Formats.IMAGE)
        String image,

        @JsonPropertyDescription("When the image is pulled: Always, IfNotPresent or Never. Left out: as Kubernetes "
                + "decides (Always for the tag latest, else IfNotPresent).")
        @Nullable
        ImagePullPolicy imagePullPolicy,

        @JsonPropertyDescription("Secrets with the registry's credentials.") @Size(max = 10)
        List<LocalReference> imagePullSecrets,

        @JsonPropertyDescription("Entry point. Left out: the image's.") @Size(max = 100)
        List<@Size(max = 8192) String> command,

        @JsonPropertyDescription("Arguments of the entry point. Left out: the image's.") @Size(max = 100)
        List<@Size(max = 8192) String> args,

        @JsonPropertyDescription("Number of pods. Left out: Kubernetes starts 1, and a ScalingPolicy, an autoscaler or "
                + "kubectl scale may change it. Kubernetes cannot show the scale subresource without a number: give one for "
                + "tools that read it, such as a HorizontalPodAutoscaler that targets the Microservice itself.")
        @SpecReplicas
        @Min(0)
        @Max(1000)
        @Nullable
        Integer replicas,

        @JsonPropertyDescription(
                "Ports that the container listens on. The first is the default of references to this service.")
        @Size(max = 20)
        List<Port> ports,

        @JsonPropertyDescription("Environment variables, as in a container's env.") @Size(max = 200)
        List<EnvVar> env,

        @JsonPropertyDescription(
                "ConfigMaps and Secrets whose keys become environment variables, as in a container's envFrom.")
        @Size(max = 20)
        List<EnvFromSource> envFrom,

        @JsonPropertyDescription("Configuration files.") @Nullable
        Config config,

        @JsonPropertyDescription("Volumes of the pod, as in its spec.volumes.") @Size(max = 30)
        List<Volume> volumes,

        @JsonPropertyDescription("Where the container sees the volumes, as in its volumeMounts.") @Size(max = 30)
        List<VolumeMount> volumeMounts,

        @JsonPropertyDescription(
                "How Kubernetes finds out whether a pod works. Left out: a pod whose process runs counts as ready.")
        @Nullable
        Health health,

        @JsonPropertyDescription("Compute resources of the container. Left out: it requests cpu 100m and memory 128Mi.")
        @Nullable
        Resources resources,

        @JsonPropertyDescription(
                "Services that this one calls. Each gives it an address and opens the network between the two.")
        @Size(max = 50)
        List<Dependency> dependencies,

        @JsonPropertyDescription("What the service calls outside the cluster. Matters with isolation Declared, where "
                + "nothing else is reachable.")
        @Size(max = 50)
        List<ExternalHost> externalHosts,

        @JsonPropertyDescription(
                "Who may call the service: Application (the default: services of the same application, "
                        + "the gateway and monitoring), Declared (only services that name it as a dependency, and "
                        + "the gateway if a route does) or None (no restriction).")
        @Default("Application")
        Isolation isolation,

        @JsonPropertyDescription("How a new version replaces the old one.") @Default("{}")
        Rollout rollout,

        @JsonPropertyDescription(
                "A Job that runs before another image rolls out, with all that the service's pods have. While it "
                        + "runs, and when it fails, the former version goes on. Left out: none.")
        @Nullable
        Migration migration,

        @JsonPropertyDescription("How a pod ends.") @Default("{}")
        Shutdown shutdown,

        @JsonPropertyDescription("Where the pods may run.") @Default("{}")
        Scheduling scheduling,

        @JsonPropertyDescription(
                "How many pods a node drain may take away at once. Left out: 1, when there can be more than one pod.")
        @Nullable
        DisruptionBudget disruptionBudget,

        @JsonPropertyDescription("The identity of the pods towards the cluster.") @Default("{}")
        ServiceAccountSpec serviceAccount,

        @JsonPropertyDescription("What is special about the Service in front of the pods.") @Default("{}")
        ServiceOptions service,

        @JsonPropertyDescription(
                "Security options of the container, laid field by field over the safe default (no root, "
                        + "no privilege escalation, no capabilities).")
        @Nullable
        SecurityContext securityContext,

        @JsonPropertyDescription("Security options of the pod, laid field by field over the safe default (no root, the "
                + "runtime's seccomp profile).")
        @Nullable
        PodSecurityContext podSecurityContext,

        @JsonPropertyDescription(
                "Partial pod template (metadata and spec), merged last as kubectl patch --type=strategic "
                        + "does: the way out for what has no field here.")
        @Nullable
        JsonNode podTemplate,

        @JsonPropertyDescription("While true, the operator leaves what it has made as it is; false if left out.")
        @Default("false")
        Boolean paused) {

    public MicroserviceSpec {
        imagePullSecrets = Defaults.list(imagePullSecrets);
        command = Defaults.list(command);
        args = Defaults.list(args);
        ports = Defaults.list(ports);
        env = Defaults.list(env);
        envFrom = Defaults.list(envFrom);
        volumes = Defaults.list(volumes);
        volumeMounts = Defaults.list(volumeMounts);
        dependencies = Defaults.list(dependencies);
        externalHosts = Defaults.list(externalHosts);
        isolation = Defaults.or(isolation, Isolation.Application);
        rollout = Defaults.or(rollout, Rollout.ofDefaults());
        shutdown = Defaults.or(shutdown, Shutdown.ofDefaults());
        scheduling = Defaults.or(scheduling, Scheduling.ofDefaults());
        serviceAccount = Defaults.or(serviceAccount, ServiceAccountSpec.ofDefaults());
        service = Defaults.or(service, ServiceOptions.ofDefaults());
        podTemplate = Defaults.tree(podTemplate);
        paused = Defaults.or(paused, false);
    }
}
