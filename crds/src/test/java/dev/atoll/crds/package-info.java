// SPDX-License-Identifier: Apache-2.0

/**
 * Makes the CRDs and the reference from the records: {@link dev.atoll.crds.RawCrd} (what Fabric8 generates) → {@link
 * dev.atoll.crds.CrdDocument} (completed by small {@link dev.atoll.crds.SchemaStep}s) → {@link
 * dev.atoll.crds.GeneratedFiles}.
 */
@NullMarked
package dev.atoll.crds;

import org.jspecify.annotations.NullMarked;
