// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

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

/** One service of an application: becomes a Deployment, a Service and what belongs to them. */
@Group("atoll.dev")
@Version("v1alpha1")
@ShortNames("ms")
@Categories("atoll")
@JsonClassDescription("One service of an application: becomes a Deployment, a Service and what belongs to them.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(
        name = "Replicas",
        jsonPath = ".status.readyReplicas",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "URL", jsonPath = ".status.endpoints[*].urls[*]", priority = 1)
@AdditionalPrinterColumn(name = "Application", jsonPath = ".spec.application", priority = 1)
@AdditionalPrinterColumn(name = "Image", jsonPath = ".spec.image", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(
        value = "self.metadata.name.size() <= 52 && self.metadata.name.matches('" + Formats.SERVICE_NAME + "')",
        fieldPath = ".metadata.name",
        message =
                "becomes the name of Services, also with a suffix, so it may have at most 52 lower-case letters, digits and "
                        + "'-', starting with a letter; rename it")
@ValidationRule(
        value = "!has(self.spec.dependencies) || "
                + "self.spec.dependencies.all(dependency, dependency.service != self.metadata.name)",
        fieldPath = ".spec.dependencies",
        message = "names the service itself; remove that entry")
public final class Microservice extends CustomResource<MicroserviceSpec, MicroserviceStatus> implements Namespaced {}
