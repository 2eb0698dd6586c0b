// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

/** How a path is compared. */
public enum PathType {
    Prefix,
    Exact,
    RegularExpression
}
