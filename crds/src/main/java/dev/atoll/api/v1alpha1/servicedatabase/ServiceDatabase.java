// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** The database that one service owns: becomes a StatefulSet, its volume, Services and a Secret; elsewhere a Secret alone. */
@Group("atoll.dev")
@Version("v1alpha1")
@ShortNames("sdb")
@Categories("atoll")
@JsonClassDescription("The database that one service owns: becomes a StatefulSet, its volume, Services and a Secret.")
@AdditionalPrinterColumn(name = "Service", jsonPath = ".spec.service")
@AdditionalPrinterColumn(name = "Engine", jsonPath = ".spec.engine")
@AdditionalPrinterColumn(name = "Provider", jsonPath = ".spec.provider")
@AdditionalPrinterColumn(name = "Version", jsonPath = ".spec.version")
@AdditionalPrinterColumn(name = "Size", jsonPath = ".status.storageSize")
@AdditionalPrinterColumn(name = "Deletion", jsonPath = ".spec.deletionPolicy")
@AdditionalPrinterColumn(
        name = "Backup",
        jsonPath = ".status.backup.lastBackupTime",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(name = "Host", jsonPath = ".status.endpoint.host", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(
        value = "self.metadata.name.size() <= 52 && self.metadata.name.matches('" + Formats.SERVICE_NAME + "')",
        fieldPath = ".metadata.name",
        message = "becomes the name of a StatefulSet, so it may have at most 52 lower-case letters, digits "
                + "and '-', starting with a letter; rename it")
@ValidationRule(
        value = """
                !has(self.spec.external) || !(self.spec.external.credentials.secretName in \
                [self.metadata.name + '-binding', self.metadata.name + '-next', self.metadata.name + '-administrator'])""",
        fieldPath = ".spec.external.credentials.secretName",
        message = "is the name of a Secret that Atoll makes for this database; give yours another one")
@ValidationRule(
        value = """
                !has(self.spec.credentials.secretName) || !(self.spec.credentials.secretName in \
                [self.metadata.name + '-binding', self.metadata.name + '-next', self.metadata.name + '-administrator'])""",
        fieldPath = ".spec.credentials.secretName",
        message = "is the name of a Secret that Atoll makes for this database; give yours another one")
public final class ServiceDatabase extends CustomResource<ServiceDatabaseSpec, ServiceDatabaseStatus>
        implements Namespaced {}
