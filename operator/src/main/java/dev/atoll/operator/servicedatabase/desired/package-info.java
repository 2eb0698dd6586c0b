// SPDX-License-Identifier: Apache-2.0

/** The children of a ServiceDatabase, one builder each; pure. */
@NullMarked
package dev.atoll.operator.servicedatabase.desired;

import org.jspecify.annotations.NullMarked;
