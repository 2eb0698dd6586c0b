// SPDX-License-Identifier: Apache-2.0

/** Names, labels, annotations, owner references and checksums; pure. */
@NullMarked
package dev.atoll.operator.meta;

import org.jspecify.annotations.NullMarked;
