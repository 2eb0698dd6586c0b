// SPDX-License-Identifier: Apache-2.0

@NullMarked
package dev.atoll.operator.backupstore;

import org.jspecify.annotations.NullMarked;
