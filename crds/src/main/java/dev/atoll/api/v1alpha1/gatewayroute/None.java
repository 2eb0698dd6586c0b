// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** Nothing is asked. The annotation lets Jackson write an object without fields. */
@JsonSerialize
public record None() {}
