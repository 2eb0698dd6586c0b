// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

/** What a policy's value counts. */
public enum ScalingRuleType {
    Pods,
    Percent
}
