// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import java.util.UUID;

/** A customer. */
public record Account(UUID id, String email, String name) {}
