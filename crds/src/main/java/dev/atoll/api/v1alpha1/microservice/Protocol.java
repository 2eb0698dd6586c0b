// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

/** What a port speaks. Everything but UDP travels over TCP. */
public enum Protocol {
    HTTP,
    GRPC,
    TCP,
    UDP
}
