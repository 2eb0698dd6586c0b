// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.notifications;

import java.time.Instant;

/**
 * A message to a customer.
 *
 * @param at when this service heard of the event
 */
public record Notification(String id, Instant at, String from, String customer, String kind, String text) {}
