// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs the tests of a class against a real control plane that all such classes of the test run share, with the CRDs
 * applied and a fresh namespace for the class. Constructors, tests and lifecycle methods may take a
 * {@link ControlPlane} and a {@link TestNamespace}.
 *
 * <p>One class at a time uses it; classes with a control plane of their own run meanwhile.
 *
 * <p>Nested classes use the namespace of the class around them. The namespace is deleted after the class, without
 * waiting for its end.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ControlPlaneExtension.class)
@ResourceLock("the shared control plane")
// The thread that shares tests out begins with the last ones; all others take from the beginning, where no lock is.
@Order(Integer.MAX_VALUE)
public @interface UseControlPlane {}
