// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

/** Which of the ready pods a caller is sent to first. */
public enum TrafficDistribution {
    PreferClose,
    PreferSameZone,
    PreferSameNode
}
