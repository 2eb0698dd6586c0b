// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import dev.atoll.api.v1alpha1.common.ImagePullPolicy;
import dev.atoll.api.v1alpha1.common.LocalReference;
import dev.atoll.api.v1alpha1.common.Resources;
import dev.atoll.api.v1alpha1.common.Scheduling;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wanted of a ServiceDatabase. */
@ValidationRule(
        value = "self.service == oldSelf.service",
        fieldPath = ".service",
        message = "cannot change once the database exists; keep the old one, or move the data to a new ServiceDatabase")
@ValidationRule(
        value = "self.engine == oldSelf.engine",
        fieldPath = ".engine",
        message = "cannot change once the database exists; keep the old one, or move the data to a new ServiceDatabase")
@ValidationRule(
        value = """
                (has(self.database) ? self.database : self.service.replace('-', '_')) == \
                (has(oldSelf.database) ? oldSelf.database : oldSelf.service.replace('-', '_'))""",
        fieldPath = ".database",
        message = "cannot change once the database exists; keep the old one, or move the data to a new ServiceDatabase")
@ValidationRule(
        value = """
                (has(self.username) ? self.username : (has(self.database) ? self.database : \
                self.service.replace('-', '_'))) == (has(oldSelf.username) ? oldSelf.username : \
                (has(oldSelf.database) ? oldSelf.database : oldSelf.service.replace('-', '_')))""",
        fieldPath = ".username",
        message = "cannot change once the database exists; keep the old one, or move the data to a new ServiceDatabase")
@ValidationRule(
        value = "self.provider == oldSelf.provider",
        fieldPath = ".provider",
        message = "cannot change once the database exists; keep the old one, or create another ServiceDatabase")
@ValidationRule(
        value = "self.provider == 'External' || !has(self.external)",
        fieldPath = ".external",
        message = "is for a database that lives elsewhere; set provider to External, or remove it")
@ValidationRule(
        value = "self.provider != 'External' || has(self.external)",
        fieldPath = ".external",
        message = "says where a database of the provider External is reached; set it")
@ValidationRule(
        value = "self.provider != 'Atoll' || has(self.version)",
        fieldPath = ".version",
        message = "is needed for a database that Atoll runs; set it, for example to \"17\"")
@ValidationRule(
        value = "self.provider != 'Atoll' || has(self.storage)",
        fieldPath = ".storage",
        message = "is needed for a database that Atoll runs; set its size, for example 10Gi")
@ValidationRule(
        value = """
                self.provider != 'External' || !(has(self.version) || has(self.image) || has(self.imagePullPolicy) || \
                has(self.imagePullSecrets) || has(self.storage) || has(self.resources) || has(self.parameters) || \
                has(self.podTemplate) || self.suspend)""",
        message =
                "says how a server is run, and Atoll does not run one with the provider External; remove version, image, "
                        + "imagePullPolicy, imagePullSecrets, storage, resources, parameters, podTemplate and suspend")
@ValidationRule(
        value = """
                self.provider != 'External' || !(has(self.scheduling.nodeSelector) || has(self.scheduling.affinity) || \
                has(self.scheduling.tolerations) || has(self.scheduling.priorityClassName) || \
                has(self.scheduling.topologySpreadConstraints) || self.scheduling.spread != 'Preferred')""",
        fieldPath = ".scheduling",
        message = "says where a server runs, and Atoll does not run one with the provider External; remove it")
@ValidationRule(
        value = "self.provider != 'External' || !(has(self.backup) || self.deletionPolicy != 'Retain')",
        message =
                "asks for something to be done with the data, which with the provider External is not Atoll's to keep; "
                        + "remove backup and deletionPolicy, and look after the data where it is")
@ValidationRule(
        value = """
                self.provider != 'External' || !(has(self.credentials.secretName) || has(self.credentials.rotation) || \
                self.credentials.overlap != '10m')""",
        fieldPath = ".credentials",
        message =
                "are not Atoll's to exchange with the provider External; remove secretName, rotation and overlap, and write "
                        + "others into the Secret that spec.external names")
@ValidationRule(
        value = "self.provider != 'External' || !(has(self.database) || has(self.username))",
        message =
                "names what Atoll would make in a server; with the provider External, move database and username into "
                        + "external")
@ValidationRule(
        value = "!has(self.external) || self.engine == 'Valkey' || has(self.external.database)",
        fieldPath = ".external",
        message = "needs the name of the database; set its field database")
@ValidationRule(
        value = """
                !has(self.external) || self.engine != 'Valkey' || !has(self.external.database) || \
                self.external.database.matches('^[0-9]{1,5}$')""",
        fieldPath = ".external.database",
        message = "is a number with Valkey; write for example \"0\", or leave it out")
@ValidationRule(
        value = """
                !has(self.parameters) || self.parameters.all(parameter, parameter.size() <= 128 && \
                parameter.matches('^[a-z][a-z0-9_.]*$'))""",
        fieldPath = ".parameters",
        message = "a parameter's name may have at most 128 lower-case letters, digits, '_' and '.', "
                + "starting with a letter; correct the name")
@ValidationRule(
        value = "self.deletionPolicy != 'Snapshot' || has(self.backup)",
        fieldPath = ".deletionPolicy",
        message =
                "Snapshot takes a last backup, and there is no backup that says where it goes; add backup, or set Retain")
public record ServiceDatabaseSpec(
        @JsonPropertyDescription("Name of the Microservice that owns the database, in the same namespace. Nobody else "
                + "gets in. Cannot change later.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Formats.SERVICE_NAME)
        String service,

        @JsonPropertyDescription("PostgreSQL, MariaDB, MySQL or Valkey. Cannot change later.") @Required
        Engine engine,

        @JsonPropertyDescription(
                "Who runs the server: Atoll (the default), or External for a database that lives elsewhere "
                        + "and is only bound to the service, see external. Cannot change later.")
        @Default("Atoll")
        Provider provider,

        @JsonPropertyDescription("Where a database of the provider External is reached, and who its owner is there.")
        @Nullable
        External external,

        @JsonPropertyDescription(
                "Version of the engine, as exact as wanted: 17, 17.2. Needed where Atoll runs the server.")
        @Size(min = 1, max = 14)
        @Pattern("^[0-9]{1,4}([.][0-9]{1,4}){0,2}$")
        @Nullable
        String version,

        @JsonPropertyDescription("Container image that keeps the contract of the engine's official one. Left out: the "
                + "official one of that version.")
        @Size(min = 1, max = 512)
        @Pattern(Formats.IMAGE)
        @Nullable
        String image,

        @JsonPropertyDescription("When the image is pulled: Always, IfNotPresent or Never. Left out: as Kubernetes "
                + "decides (Always for the tag latest, else IfNotPresent).")
        @Nullable
        ImagePullPolicy imagePullPolicy,

        @JsonPropertyDescription("Secrets with the registry's credentials.") @Size(max = 10)
        List<LocalReference> imagePullSecrets,

        @JsonPropertyDescription("The volume that the data lives on. Needed where Atoll runs the server.") @Nullable
        Storage storage,

        @JsonPropertyDescription(
                "Name of the database inside the engine. Left out: the service's, '_' for '-'. Cannot change later.")
        @Size(min = 1, max = 63)
        @Pattern("^[a-z_][a-z0-9_]*$")
        @Nullable
        String database,

        @JsonPropertyDescription(
                "Name of the owner's user inside the engine. Left out: the database's. Cannot change later.")
        @Size(min = 1, max = 63)
        @Pattern("^[a-z_][a-z0-9_]*$")
        @Nullable
        String username,

        @JsonPropertyDescription(
                "What new data begins with, before the owner can connect. Counts only while the data is made: "
                        + "it changes nothing of a database that is there, and nothing of what a restore brings.")
        @Nullable
        Initialization initialization,

        @JsonPropertyDescription("How the owner gets the credentials, beside the files of the Service Binding.")
        @Default("{}")
        Binding binding,

        @JsonPropertyDescription("Where the owner's password comes from, and how it is exchanged.") @Default("{}")
        Credentials credentials,

        @JsonPropertyDescription("Compute resources of the engine. Left out: it requests cpu 100m and memory 128Mi.")
        @Nullable
        Resources resources,

        @JsonPropertyDescription(
                "Settings of the engine by their own names, for example max_connections; with Valkey, '_' "
                        + "for '-'.")
        @Size(max = 100)
        Map<String, @Size(max = 1024) String> parameters,

        @JsonPropertyDescription("Where the pod may run.") @Default("{}")
        Scheduling scheduling,

        @JsonPropertyDescription("Regular backups. Left out: none.") @Nullable
        Backup backup,

        @JsonPropertyDescription(
                "While true, the server is stopped: its volume, its credentials and its names stay, and neither backups "
                        + "nor other credentials are due; false if left out.")
        @Default("false")
        Boolean suspend,

        @JsonPropertyDescription(
                "What becomes of the data when this object is deleted: Retain (the default: volume and "
                        + "credentials stay, and a new object of the same name takes them over), Snapshot (a last "
                        + "backup is taken where backup says and restored for trial, and only then volume and "
                        + "credentials go) or Delete.")
        @Default("Retain")
        DeletionPolicy deletionPolicy,

        @JsonPropertyDescription(
                "While true, the API server refuses to delete this object, its volume and its credentials, "
                        + "also together with their namespace; false if left out.")
        @Default("false")
        Boolean deletionProtection,

        @JsonPropertyDescription(
                "Partial pod template (metadata and spec), merged last as kubectl patch --type=strategic "
                        + "does: the way out for what has no field here.")
        @Nullable
        JsonNode podTemplate,

        @JsonPropertyDescription("While true, the operator leaves what it has made as it is; false if left out.")
        @Default("false")
        Boolean paused) {

    public ServiceDatabaseSpec {
        provider = Defaults.or(provider, Provider.Atoll);
        imagePullSecrets = Defaults.list(imagePullSecrets);
        binding = Defaults.or(binding, Binding.ofDefaults());
        credentials = Defaults.or(credentials, Credentials.ofDefaults());
        parameters = Defaults.map(parameters);
        scheduling = Defaults.or(scheduling, Scheduling.ofDefaults());
        suspend = Defaults.or(suspend, false);
        deletionPolicy = Defaults.or(deletionPolicy, DeletionPolicy.Retain);
        deletionProtection = Defaults.or(deletionProtection, false);
        podTemplate = Defaults.tree(podTemplate);
        paused = Defaults.or(paused, false);
    }
}
