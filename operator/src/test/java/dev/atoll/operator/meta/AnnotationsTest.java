// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    @Test
    void anObjectWithoutAnnotationsHasNone() {
        var bare = new ConfigMap();
        bare.setMetadata(new ObjectMeta());
        bare.getMetadata().setAnnotations(null);

        assertThat(Annotations.get(bare, Annotations.REPLICAS)).isEmpty();
    }

    @Test
    void findsTheResourceOfAKindThatAnObjectBelongsTo() {
        var object = new ConfigMapBuilder()
                .withNewMetadata()
                .addToAnnotations(Annotations.BELONGS_TO, "ServiceDatabase/orders-db")
                .endMetadata()
                .build();

        assertThat(Annotations.belongsTo(object, "ServiceDatabase")).hasValue("orders-db");
        assertThat(Annotations.belongsTo(object, "Service")).isEmpty();
    }
}
