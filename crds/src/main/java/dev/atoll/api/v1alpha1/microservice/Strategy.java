// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

/** How old pods give way to new ones. */
public enum Strategy {
    RollingUpdate,
    Recreate
}
