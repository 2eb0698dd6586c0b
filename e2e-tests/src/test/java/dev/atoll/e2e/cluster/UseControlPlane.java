// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against a real control plane that all such classes of the test run share, with the CRDs
 * applied and a fresh namespace for the class. Constructors, tests and lifecycle methods may take a
 * {@link ControlPlane} and a {@link TestNamespace}.
 *
 * <p>Nested classes use the namespace of the class around them. The namespace is deleted after the class, without
 * waiting for its end.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ControlPlaneExtension.class)
public @interface UseControlPlane {}
