// SPDX-License-Identifier: Apache-2.0

/** What differs between database engines: images, settings, versions and the form of their credentials; pure. */
@NullMarked
package dev.atoll.operator.engine;

import org.jspecify.annotations.NullMarked;
