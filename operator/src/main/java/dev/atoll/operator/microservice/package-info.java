// SPDX-License-Identifier: Apache-2.0

/** A Microservice becomes a Deployment, a Service and what belongs to them. */
@NullMarked
package dev.atoll.operator.microservice;

import org.jspecify.annotations.NullMarked;
