// SPDX-License-Identifier: Apache-2.0

/** The operator end to end, against a real Kubernetes API server. */
@NullMarked
package dev.atoll.e2e;

import org.jspecify.annotations.NullMarked;
