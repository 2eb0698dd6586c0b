// SPDX-License-Identifier: Apache-2.0

/** The pure parts of writing. */
@NullMarked
package dev.atoll.operator.kube;

import org.jspecify.annotations.NullMarked;
