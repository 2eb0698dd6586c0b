// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

/** Where the Service can be reached from. */
public enum ServiceType {
    ClusterIP,
    NodePort,
    LoadBalancer
}
