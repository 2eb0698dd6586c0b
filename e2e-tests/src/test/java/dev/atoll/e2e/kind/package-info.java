// SPDX-License-Identifier: Apache-2.0

/** A cluster with nodes, made by {@code e2e-tests/cluster/kind}, with the operator installed as a user would. */
@NullMarked
package dev.atoll.e2e.kind;

import org.jspecify.annotations.NullMarked;
