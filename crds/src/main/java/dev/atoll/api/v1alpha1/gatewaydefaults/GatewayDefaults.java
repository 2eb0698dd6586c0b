// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewaydefaults;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** What every GatewayRoute of a namespace says where it says nothing itself, such as who may pass. One a namespace. */
@Group("atoll.dev")
@Version("v1alpha1")
@Plural("gatewaydefaults")
@ShortNames("gwd")
@Categories("atoll")
@JsonClassDescription(
        "What every GatewayRoute of a namespace says where it says nothing itself, such as who may pass. One a namespace.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(name = "Routes", jsonPath = ".status.routes")
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(
        value = "self.metadata.name == 'default'",
        fieldPath = ".metadata.name",
        message = "must be default, for a namespace has one set of defaults and no more; rename it")
public final class GatewayDefaults extends CustomResource<GatewayDefaultsSpec, GatewayDefaultsStatus>
        implements Namespaced {}
