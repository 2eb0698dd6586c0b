// SPDX-License-Identifier: Apache-2.0

/** Tests of what becomes of a Microservice. */
@NullMarked
package dev.atoll.operator.microservice;

import org.jspecify.annotations.NullMarked;
