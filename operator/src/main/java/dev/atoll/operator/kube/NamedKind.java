// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.meta.ConfigMapFacts;
import dev.atoll.operator.meta.SecretFacts;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A kind of other people's objects that resources name.
 *
 * @param type its class
 * @param facts what may be known of an object
 * @param saysTheSame whether two facts differ in nothing but the version of the object
 * @param emptied takes out of an object what it holds, in place
 */
record NamedKind<T extends HasMetadata, F>(
        Class<T> type, Function<T, F> facts, BiPredicate<F, F> saysTheSame, Consumer<T> emptied) {
    static final NamedKind<Secret, SecretFacts> SECRET =
            new NamedKind<>(Secret.class, SecretFacts::of, SecretFacts::saysTheSameAs, secret -> {
                secret.setData(null);
                secret.setStringData(null);
            });

    static final NamedKind<ConfigMap, ConfigMapFacts> CONFIG_MAP =
            new NamedKind<>(ConfigMap.class, ConfigMapFacts::of, Object::equals, configMap -> {
                configMap.setData(null);
                configMap.setBinaryData(null);
            });
}
