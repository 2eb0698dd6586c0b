// SPDX-License-Identifier: Apache-2.0

/**
 * Runs {@code e2e-tests/scenarios}: every step that they may use is here, by subject. Cucumber makes one object of each
 * class for each scenario; what they share is the {@link dev.atoll.e2e.scenarios.Scene}.
 */
@NullMarked
package dev.atoll.e2e.scenarios;

import org.jspecify.annotations.NullMarked;
