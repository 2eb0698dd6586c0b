// SPDX-License-Identifier: Apache-2.0

/**
 * Golden cases: a folder {@code golden/<kind>/<case>} with what is given and what is expected of the line.
 *
 * <p>{@code given/<kind>.yaml} holds the resource under test, the other files of {@code given} the objects around it,
 * live children included. {@code expected} holds each child and {@code status.yaml}. Every file must be used.
 */
@NullMarked
package dev.atoll.operator.golden;

import org.jspecify.annotations.NullMarked;
