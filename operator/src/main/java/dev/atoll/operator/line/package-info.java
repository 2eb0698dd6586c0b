// SPDX-License-Identifier: Apache-2.0

/** The values that travel from a custom resource to its children and back to its status; pure. */
@NullMarked
package dev.atoll.operator.line;

import org.jspecify.annotations.NullMarked;
