// SPDX-License-Identifier: Apache-2.0

/** Shows what happened in the shop. It keeps the last messages in memory: nothing depends on them. */
@NullMarked
package dev.atoll.shop.notifications;

import org.jspecify.annotations.NullMarked;
