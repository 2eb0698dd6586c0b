// SPDX-License-Identifier: Apache-2.0

/** What each dialect says and refuses. */
@NullMarked
package dev.atoll.operator.gateway;

import org.jspecify.annotations.NullMarked;
