// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link UseControlPlane} does. */
public final class ControlPlaneExtension
        implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace KEYS =
            ExtensionContext.Namespace.create(ControlPlaneExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Store store = context.getStore(KEYS);
        // The store of a nested class also sees what the class around it has.
        store.computeIfAbsent(ClassNamespace.class, key -> ClassNamespace.create(context), ClassNamespace.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        noteFailure(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        noteFailure(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ControlPlane.class || type == TestNamespace.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == ControlPlane.class) {
            return shared(context);
        }
        return namespace(context);
    }

    /** The namespace of a test class, for extensions that build on this one. */
    public static TestNamespace namespace(ExtensionContext context) {
        ClassNamespace ofClass = context.getStore(KEYS).get(ClassNamespace.class, ClassNamespace.class);
        if (ofClass == null) {
            throw new IllegalStateException("A TestNamespace exists only within a test class.");
        }
        return ofClass.namespace();
    }

    /** The control plane of the test run, for extensions that build on this one. */
    public static ControlPlane shared(ExtensionContext context) {
        return sharedBy(context).controlPlane();
    }

    private static SharedControlPlane sharedBy(ExtensionContext context) {
        return context.getRoot()
                .getStore(KEYS)
                .computeIfAbsent(SharedControlPlane.class, key -> SharedControlPlane.start(), SharedControlPlane.class);
    }

    private static void noteFailure(ExtensionContext context) {
        SharedControlPlane shared =
                context.getRoot().getStore(KEYS).get(SharedControlPlane.class, SharedControlPlane.class);
        if (shared != null && context.getExecutionException().isPresent()) {
            shared.testFailed();
        }
    }

    /** Closed by JUnit together with the class's context. */
    private record ClassNamespace(TestNamespace namespace) implements AutoCloseable {
        static ClassNamespace create(ExtensionContext context) {
            String testClass = context.getRequiredTestClass().getSimpleName();
            return new ClassNamespace(TestNamespace.create(shared(context), testClass));
        }

        @Override
        public void close() {
            namespace.delete();
        }
    }
}
