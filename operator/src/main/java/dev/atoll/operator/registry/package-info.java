// SPDX-License-Identifier: Apache-2.0

/** The registry of a namespace: where its services are reached, in one ConfigMap. Off unless asked for. */
@NullMarked
package dev.atoll.operator.registry;

import org.jspecify.annotations.NullMarked;
