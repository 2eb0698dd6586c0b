// SPDX-License-Identifier: Apache-2.0

/** Takes payments at a provider, exactly once for a key. */
@NullMarked
package dev.atoll.shop.payment;

import org.jspecify.annotations.NullMarked;
