// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** Sends all requests of a client to the same pod. */
public record SessionAffinity(
        @JsonPropertyDescription("The cookie by which the gateway knows a client again.") @Required
        AffinityCookie cookie) {}
