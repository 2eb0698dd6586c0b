// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;

/** Finds the Java type behind each node of a schema. */
final class JavaTypes {
    private JavaTypes() {}

    /** The type of a property of a record or of a class of Fabric8's model. */
    static Type ofProperty(Type owner, String name) {
        Class<?> type = raw(owner);
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getName().equals(name))
                    .findFirst()
                    .map(RecordComponent::getGenericType)
                    .orElseThrow(() -> new IllegalStateException(type + " has no component " + name));
        }
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> name.equals(jsonName(field)))
                .findFirst()
                .map(Field::getGenericType)
                .orElseThrow(() -> new IllegalStateException(type + " has no field for " + name));
    }

    /** What a list holds, or what a map's keys lead to. */
    static Type ofElement(Type container) {
        Type[] arguments = ((ParameterizedType) container).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    /** Whether the type is an object of Kubernetes' own API, taken over as it is. */
    static boolean isKubernetesObject(Type type) {
        Class<?> raw = raw(type);
        return KubernetesResource.class.isAssignableFrom(raw) && raw != Quantity.class && raw != IntOrString.class;
    }

    static boolean isFreeForm(Type type) {
        return JsonNode.class.isAssignableFrom(raw(type));
    }

    private static String jsonName(Field field) {
        JsonProperty annotation = field.getAnnotation(JsonProperty.class);
        return annotation == null ? "" : annotation.value();
    }
}
