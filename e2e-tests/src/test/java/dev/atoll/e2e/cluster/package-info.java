// SPDX-License-Identifier: Apache-2.0
/**
 * A real Kubernetes control plane for tests: etcd, API server, controller-manager and scheduler as plain processes on
 * 127.0.0.1. A test class asks for it with {@link dev.atoll.e2e.cluster.UseControlPlane}.
 */
@NullMarked
package dev.atoll.e2e.cluster;

import org.jspecify.annotations.NullMarked;
