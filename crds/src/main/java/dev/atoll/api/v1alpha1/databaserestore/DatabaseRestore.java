// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.databaserestore;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** One restore of a backup into a ServiceDatabase: becomes a Job and a volume. */
@Group("atoll.dev")
@Version("v1alpha1")
@ShortNames("sdbr")
@Categories("atoll")
@JsonClassDescription(
        "One restore of a backup of a ServiceDatabase: fills a new volume, and lets the database go over to it, or "
                + "only tries whether that could be done. The old volume is kept. Deleting this object before that ends the "
                + "restore, and the database stays as it is.")
@AdditionalPrinterColumn(name = "Database", jsonPath = ".spec.database")
@AdditionalPrinterColumn(name = "Backup", jsonPath = ".spec.backup")
@AdditionalPrinterColumn(name = "Mode", jsonPath = ".spec.mode")
@AdditionalPrinterColumn(name = "Duration", jsonPath = ".status.duration")
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(
        value = "self.metadata.name.size() <= 63 && self.metadata.name.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$')",
        fieldPath = ".metadata.name",
        message = "becomes the name of a Job, so it may have at most 63 lower-case letters, digits and '-', starting "
                + "and ending with a letter or digit; rename it")
public final class DatabaseRestore extends CustomResource<DatabaseRestoreSpec, DatabaseRestoreStatus>
        implements Namespaced {}
