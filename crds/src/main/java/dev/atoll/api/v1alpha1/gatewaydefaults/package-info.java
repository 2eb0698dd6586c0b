// SPDX-License-Identifier: Apache-2.0

/** What all routes of a namespace say where they say nothing themselves. */
@NullMarked
package dev.atoll.api.v1alpha1.gatewaydefaults;

import org.jspecify.annotations.NullMarked;
