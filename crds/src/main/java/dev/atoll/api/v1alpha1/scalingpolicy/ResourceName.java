// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

/** A resource whose use the cluster measures. */
public enum ResourceName {
    cpu,
    memory
}
