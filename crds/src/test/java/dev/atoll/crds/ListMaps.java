// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.microservice.Port;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import java.lang.reflect.Type;
import java.util.Map;

/** Lists whose elements have a key: the key is unique, and server-side apply merges them element by element. */
final class ListMaps implements SchemaStep {
    private static final Map<Class<?>, String> KEYS =
            Map.of(Condition.class, "type", Port.class, "name", EnvVar.class, "name", Volume.class, "name");

    @Override
    public void complete(ObjectNode schema, Type type) {
        if (schema.path("type").asText().equals("array")) {
            String key = KEYS.get(JavaTypes.raw(JavaTypes.ofElement(type)));
            if (key != null) {
                schema.put("x-kubernetes-list-type", "map");
                schema.putArray("x-kubernetes-list-map-keys").add(key);
            }
        }
    }
}
