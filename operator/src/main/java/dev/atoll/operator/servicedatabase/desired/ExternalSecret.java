// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.Connection;
import dev.atoll.operator.engine.DatabaseLogin;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.line.Desired.Derivation;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.servicedatabase.ExternalModel;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the owner of a database elsewhere gets, laid out as {@link DatabaseSecret} is. It goes with its resource: nothing is lost by
 * that.
 */
public final class ExternalSecret {
    private ExternalSecret() {}

    /**
     * The Secret without content.
     *
     * @param madeFrom what it is made from
     * @param annotations others that come with the content
     */
    public static Secret of(ExternalModel model, String madeFrom, Map<String, String> annotations) {
        var all = new TreeMap<>(annotations);
        all.put(Annotations.MADE_FROM, madeFrom);
        var metadata = KeptMetadata.of(model.identity(), model.secretName(), all);
        metadata.setOwnerReferences(List.of(model.identity().owner()));
        return new SecretBuilder()
                .withMetadata(metadata)
                .withType(DatabaseSecret.type(binding(model, Map.of())))
                .withData(data(model, Map.of()))
                .build();
    }

    /** How its content is made. */
    public static Derivation derivation(ExternalModel model) {
        return new Derivation(model.source().name(), model.source()::isFit, given -> data(model, given));
    }

    /** What it holds, made from what the other one holds; without a password while that is not known. */
    private static Map<String, String> data(ExternalModel model, Map<String, String> given) {
        var data = DatabaseSecret.encoded(binding(model, given));
        model.furtherKeys().forEach(key -> data.put(key, given.getOrDefault(key, "")));
        return data;
    }

    private static Map<String, String> binding(ExternalModel model, Map<String, String> given) {
        var connection = new Connection(
                model.endpoint().host(),
                model.endpoint().port(),
                model.endpoint().database(),
                model.username().orElseGet(() -> DatabaseSecret.text(given, DatabaseLogin.USERNAME)),
                DatabaseSecret.text(given, DatabaseTransfer.PASSWORD));
        var binding = new LinkedHashMap<>(model.engine().binding(connection));
        binding.put("provider", "external");
        return binding;
    }
}
