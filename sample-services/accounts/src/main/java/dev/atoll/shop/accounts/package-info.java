// SPDX-License-Identifier: Apache-2.0

/** Customers: they sign up, log in for a signed token, and the gateway asks here whose token a request carries. */
@NullMarked
package dev.atoll.shop.accounts;

import org.jspecify.annotations.NullMarked;
