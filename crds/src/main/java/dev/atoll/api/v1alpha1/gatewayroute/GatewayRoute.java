// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Hosts and paths of the API gateway: becomes an Ingress, or routes of the Gateway API. */
@Group("atoll.dev")
@Version("v1alpha1")
@ShortNames("gwr")
@Categories("atoll")
@JsonClassDescription("Hosts and paths of the API gateway: becomes an Ingress, or routes of the Gateway API.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(name = "Hosts", jsonPath = ".spec.hosts")
@AdditionalPrinterColumn(name = "URL", jsonPath = ".status.urls[0]")
@AdditionalPrinterColumn(name = "Class", jsonPath = ".spec.className", priority = 1)
@AdditionalPrinterColumn(name = "Gateway", jsonPath = ".spec.gateway.name", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.conditions[?(@.type==\"Ready\")].message", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(
        value = "self.metadata.name.size() <= 63",
        fieldPath = ".metadata.name",
        message = "may have at most 63 characters, for it becomes the value of a label; shorten it")
public final class GatewayRoute extends CustomResource<GatewayRouteSpec, GatewayRouteStatus> implements Namespaced {}
