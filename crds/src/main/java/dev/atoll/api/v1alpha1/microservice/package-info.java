// SPDX-License-Identifier: Apache-2.0

/** One service: image, ports, configuration, health, resources, dependencies and rollout. */
@NullMarked
package dev.atoll.api.v1alpha1.microservice;

import org.jspecify.annotations.NullMarked;
