// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Identity ORDERS = new Identity(
            "shop", "orders", "shop", Identity.SERVICE, OwnerRefs.controller(microservice("orders", "uid-1")));

    @Test
    void aChildOfThisVeryResourceIsOurs() {
        assertThat(Standing.of(ownedBy(ORDERS.owner()), ORDERS)).isEqualTo(Standing.OURS);
    }

    @Test
    void aChildOfAnEarlierResourceOfTheSameNameIsLeaving() {
        var earlier = OwnerRefs.controller(microservice("orders", "uid-0"));

        assertThat(Standing.of(ownedBy(earlier), ORDERS)).isEqualTo(Standing.LEAVING);
    }

    @Test
    void aChildOfAnotherResourceIsForeign() {
        var other = OwnerRefs.controller(microservice("payment", "uid-2"));
        var otherKind = OwnerRefs.controller(microservice("orders", "uid-3"));
        otherKind.setKind("Deployment");

        assertThat(Standing.of(ownedBy(other), ORDERS)).isEqualTo(Standing.FOREIGN);
        assertThat(Standing.of(ownedBy(otherKind), ORDERS)).isEqualTo(Standing.FOREIGN);
    }

    @Test
    void anObjectOfNobodyIsForeign() {
        assertThat(Standing.of(
                        new ConfigMapBuilder().withNewMetadata().endMetadata().build(), ORDERS))
                .isEqualTo(Standing.FOREIGN);
    }

    @Test
    void anOwnerThatIsNoControllerDoesNotCount() {
        var owner = OwnerRefs.controller(microservice("orders", "uid-1"));
        owner.setController(false);

        assertThat(Standing.of(ownedBy(owner), ORDERS)).isEqualTo(Standing.FOREIGN);
    }

    @Test
    void anObjectThatWasKeptForAResourceOfThisKindAndNameIsOurs() {
        assertThat(Standing.of(keptFor("Microservice/orders"), ORDERS)).isEqualTo(Standing.OURS);
        assertThat(Standing.of(keptFor("Microservice/payment"), ORDERS)).isEqualTo(Standing.FOREIGN);
        assertThat(Standing.of(keptFor("ServiceDatabase/orders"), ORDERS)).isEqualTo(Standing.FOREIGN);
    }

    @Test
    void whatIsBeingDeletedIsLeavingWhoeverOwnsIt() {
        var object = ownedBy(ORDERS.owner());
        object.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z");

        assertThat(Standing.of(object, ORDERS)).isEqualTo(Standing.LEAVING);
    }

    private static ConfigMap ownedBy(OwnerReference owner) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withOwnerReferences(owner)
                .endMetadata()
                .build();
    }

    private static ConfigMap keptFor(String resource) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .addToAnnotations(Annotations.BELONGS_TO, resource)
                .endMetadata()
                .build();
    }

    private static Microservice microservice(String name, String uid) {
        var resource = new Microservice();
        resource.getMetadata().setName(name);
        resource.getMetadata().setUid(uid);
        return resource;
    }
}
