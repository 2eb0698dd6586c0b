// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

/** Who may call a service. */
public enum Isolation {
    Application,
    Declared,
    None
}
