// SPDX-License-Identifier: Apache-2.0

/** The only code that talks to the cluster: caches to read from, and the writers of children, status and events. */
@NullMarked
package dev.atoll.operator.kube;

import org.jspecify.annotations.NullMarked;
