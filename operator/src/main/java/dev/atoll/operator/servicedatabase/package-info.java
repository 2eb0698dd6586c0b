// SPDX-License-Identifier: Apache-2.0

/** A ServiceDatabase becomes a StatefulSet and what belongs to it. */
@NullMarked
package dev.atoll.operator.servicedatabase;

import org.jspecify.annotations.NullMarked;
