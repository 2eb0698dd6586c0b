// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

/** When the kubelet asks the registry for an image. */
public enum ImagePullPolicy {
    Always,
    IfNotPresent,
    Never
}
