// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

/** Which of several policies counts. */
public enum SelectPolicy {
    Max,
    Min,
    Disabled
}
