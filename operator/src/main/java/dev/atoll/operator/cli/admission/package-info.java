// SPDX-License-Identifier: Apache-2.0

/** What the API server would refuse, found without one: the rules that stand in the CRDs. */
@NullMarked
package dev.atoll.operator.cli.admission;

import org.jspecify.annotations.NullMarked;
