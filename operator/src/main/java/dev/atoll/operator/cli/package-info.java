// SPDX-License-Identifier: Apache-2.0

/** The command line: what the operator would do, shown without a cluster. */
@NullMarked
package dev.atoll.operator.cli;

import org.jspecify.annotations.NullMarked;
