// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.Connection;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.line.Desired.Derivation;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.OwnPassword;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The credentials, laid out as a Service Binding (servicebinding.io): the owner mounts it as it is, and many frameworks
 * read it without configuration.
 */
public final class DatabaseSecret {
    private DatabaseSecret() {}

    public static Secret of(ServiceDatabaseModel model, String password) {
        var binding = binding(model, model.settings().username(), password);
        // spotless:off
        return new SecretBuilder()
            .withMetadata(KeptMetadata.of(model.identity(), model.secretName(), madeFrom(model)))
            .withType(type(binding))
            .withData(encoded(binding))
            .build();
        // spotless:on
    }

    /**
     * What the Secret holds.
     *
     * @param login the user that logs in
     */
    public static Map<String, String> data(ServiceDatabaseModel model, String login, String password) {
        return encoded(binding(model, login, password));
    }

    private static Map<String, String> binding(ServiceDatabaseModel model, String login, String password) {
        var connection = new Connection(
                model.endpoint().host(),
                model.endpoint().port(),
                model.engine().databaseOf(model.settings()),
                login,
                password);
        var binding = new LinkedHashMap<>(model.engine().binding(connection));
        binding.put("provider", "atoll");
        return binding;
    }

    /**
     * How its content is made with a password that somebody else has written.
     *
     * @param login the user that logs in
     */
    public static Derivation derivation(ServiceDatabaseModel model, OwnPassword password, String login) {
        return new Derivation(
                password.source().name(),
                password.source()::isFit,
                given -> data(model, login, text(given, DatabaseTransfer.PASSWORD)));
    }

    /** The note on it that it would be the same, made from this. */
    public static Secret note(Identity identity, String madeFrom) {
        // spotless:off
        return new SecretBuilder()
            .withNewMetadata()
                .withNamespace(identity.namespace())
                .withName(Names.bindingSecret(identity.name()))
                .withAnnotations(Map.of(Annotations.MADE_FROM, madeFrom))
            .endMetadata()
            .build();
        // spotless:on
    }

    private static Map<String, String> madeFrom(ServiceDatabaseModel model) {
        return model.madeFrom()
                .map(version -> Map.of(Annotations.MADE_FROM, version))
                .orElse(Map.of());
    }

    /** The text of an entry; empty where there is none. */
    static String text(Map<String, String> data, String key) {
        return new String(Base64.getDecoder().decode(data.getOrDefault(key, "")), StandardCharsets.UTF_8);
    }

    /** The type that the Service Binding specification has for Secrets of such content. */
    static String type(Map<String, String> binding) {
        return "servicebinding.io/" + binding.get("type");
    }

    /** Values as the data of a Secret holds them. */
    static Map<String, String> encoded(Map<String, String> values) {
        var data = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> data.put(key, base64(value)));
        return data;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
