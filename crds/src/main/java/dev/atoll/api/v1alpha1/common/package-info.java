// SPDX-License-Identifier: Apache-2.0

/** What several kinds share. */
@NullMarked
package dev.atoll.api.v1alpha1.common;

import org.jspecify.annotations.NullMarked;
