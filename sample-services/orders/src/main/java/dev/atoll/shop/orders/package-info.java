// SPDX-License-Identifier: Apache-2.0

/** Places orders: reserves the goods, has them paid, and tells the customer. */
@NullMarked
package dev.atoll.shop.orders;

import org.jspecify.annotations.NullMarked;
