// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

/** How a control plane differs from the usual one. */
public enum ControlPlaneOption {
    /** Every request is logged, so that requests can be counted: {@link ControlPlane#auditLog()}. */
    AUDIT("--audit"),
    /** Only etcd and the API server: nothing collects garbage, creates pods or gives a namespace its account. */
    WITHOUT_CONTROLLERS("--without-controllers");

    private final String flag;

    ControlPlaneOption(String flag) {
        this.flag = flag;
    }

    String flag() {
        return flag;
    }
}
