// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.UseControlPlane;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class with the operator: one for the whole test run, which watches all namespaces under the
 * chart's role. A test can have the {@link OperatorProcess} as a parameter, but must not stop it; who wants to stop one
 * starts a control plane of its own.
 *
 * <p>After each class, the operator must leave alone what the tests have made ({@link Rest}).
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@UseControlPlane
@ExtendWith(OperatorExtension.class)
public @interface UseOperator {}
