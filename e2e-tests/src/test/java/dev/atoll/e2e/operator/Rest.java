// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.operator;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Whether the operator leaves alone what is as desired. Every child gets an annotation from somebody else, so that the
 * operator looks at its owner again; then it must not write any child.
 *
 * <p>A write may still be due from what a test did last, or from what Kubernetes' controllers do in between. So this is
 * tried again for a while, and fails only if it is followed by a write every time.
 */
final class Rest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Duration ONE_ROUND = Duration.ofSeconds(20);
    private static final int NOT_FOUND = 404;

    private final ControlPlane controlPlane;
    private final TestNamespace namespace;
    private final OperatorProcess operator;
    private List<String> consequences = List.of();
    private int round;

    Rest(ControlPlane controlPlane, TestNamespace namespace, OperatorProcess operator) {
        this.controlPlane = controlPlane;
        this.namespace = namespace;
        this.operator = operator;
    }

    /** Fails with the writes of the last try if none of the tries was without. */
    void await() {
        try {
            Awaitility.await().atMost(LONG_ENOUGH).until(this::isUndisturbed);
        } catch (ConditionTimeoutException e) {
            Assertions.fail(
                    "In namespace %s the operator writes children again and again that are as desired: %s",
                    namespace.name(), consequences);
        }
    }

    private boolean isUndisturbed() {
        var requests = Requests.since(controlPlane);
        double before = operator.reconciles();
        var owners = touchAll();
        try {
            Awaitility.await()
                    .atMost(ONE_ROUND)
                    .until(() -> operator.reconciles() >= before + owners.size() && operator.isIdle());
        } catch (ConditionTimeoutException e) {
            consequences = List.of("not all of the %d owners were looked at".formatted(owners.size()));
            return false;
        }
        consequences = requests.writes().stream()
                .filter(request -> request.contains(" " + namespace.name() + "/"))
                .filter(request -> !request.contains("/status ") && !request.contains(" events "))
                // What was refused has moved nothing; it is asked again from time to time.
                .filter(request -> request.endsWith(" 200") || request.endsWith(" 201"))
                .toList();
        return consequences.isEmpty();
    }

    /** Returns the UIDs of those whom it concerns. */
    private Set<String> touchAll() {
        round++;
        var existing = resources();
        var owners = new HashSet<String>();
        for (var child : Children.in(namespace)) {
            var owner = child.getMetadata().getOwnerReferences().stream()
                    .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                    .map(OwnerReference::getUid)
                    .filter(existing::contains)
                    .findFirst();
            if (owner.isPresent() && touch(child)) {
                owners.add(owner.get());
            }
        }
        return owners;
    }

    private boolean touch(GenericKubernetesResource child) {
        try {
            namespace
                    .client()
                    .resource(child)
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            "{\"metadata\": {\"annotations\": {\"example.com/looked-at\": \"%d\"}}}".formatted(round));
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** The UIDs of Atoll's own resources. */
    private Set<String> resources() {
        return Stream.of(
                        "Microservice",
                        "GatewayRoute",
                        "GatewayDefaults",
                        "ScalingPolicy",
                        "ServiceDatabase",
                        "DatabaseBackup",
                        "DatabaseRestore")
                .flatMap(kind -> namespace
                        .client()
                        .genericKubernetesResources("atoll.dev/v1alpha1", kind)
                        .inNamespace(namespace.name())
                        .list()
                        .getItems()
                        .stream())
                .filter(resource -> !resource.isMarkedForDeletion())
                .map(resource -> resource.getMetadata().getUid())
                .collect(Collectors.toSet());
    }
}
