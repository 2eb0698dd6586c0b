// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

/** Whether one caller stays with one pod. */
public enum SessionAffinity {
    None,
    ClientIP
}
