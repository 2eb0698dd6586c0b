// SPDX-License-Identifier: Apache-2.0

/** The children of a Microservice, one Kubernetes object a file. */
@NullMarked
package dev.atoll.operator.microservice.desired;

import org.jspecify.annotations.NullMarked;
