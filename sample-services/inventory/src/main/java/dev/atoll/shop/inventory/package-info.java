// SPDX-License-Identifier: Apache-2.0

/** What is in stock: the catalogue for people over REST, reservations for other services over gRPC. */
@NullMarked
package dev.atoll.shop.inventory;

import org.jspecify.annotations.NullMarked;
