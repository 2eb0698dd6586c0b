// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.ControlPlaneExtension;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link UseOperator} does. */
final class OperatorExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace KEYS = ExtensionContext.Namespace.create(OperatorExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        operator(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        new Rest(ControlPlaneExtension.shared(context), ControlPlaneExtension.namespace(context), operator(context))
                .await();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OperatorProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return operator(context);
    }

    private static OperatorProcess operator(ExtensionContext context) {
        return context.getRoot()
                .getStore(KEYS)
                .computeIfAbsent(OperatorProcess.class, key -> start(context), OperatorProcess.class);
    }

    private static OperatorProcess start(ExtensionContext context) {
        ControlPlane controlPlane = ControlPlaneExtension.shared(context);
        Chart.install(controlPlane.client());
        // What only a retry can mend is to be mended soon; nobody waits half a minute for it.
        return OperatorProcess.start(controlPlane, Map.of("ATOLL_RETRY_INTERVAL", "2s"));
    }
}
