// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.kube.Outcome.Refused;
import dev.atoll.operator.kube.Outcome.Unchanged;
import dev.atoll.operator.kube.Outcome.Written;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.Desired.Content;
import dev.atoll.operator.line.Desired.Replacement;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Standing;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives Secrets new content. What they hold passes through here and is not kept: not in a cache, not in a log, not in a
 * message.
 */
@ApplicationScoped
public class SecretWriter {
    private final KubernetesClient client;
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final StoredForm form;
    private final SecretSource source;

    SecretWriter(KubernetesClient client, ObjectCaches caches, RecentWrites recent) {
        this.client = Impatience.of(client);
        this.caches = caches;
        this.recent = recent;
        this.form = new StoredForm(client.getKubernetesSerialization());
        this.source = new SecretSource(this.client);
    }

    /** Writes the content, if the Secret is still as it was when that was decided, or still missing. */
    Outcome replace(Identity identity, Replacement replacement) {
        var key = ObjectKey.of(replacement.secret());
        var cached = caches.known(Secret.class).get(key.namespace(), key.name());
        var live = recent.newest(key, cached);
        var standing = live.map(object -> Standing.of(object, identity)).orElse(Standing.OURS);
        if (standing != Standing.OURS) {
            return Refusals.of(key, standing, identity);
        }
        try {
            return switch (replacement.content()) {
                case Content.Made made -> write(replacement, made.data().get(), cached);
                case Content.CopyOf copy ->
                    data(copy)
                            .map(data -> write(replacement, data, cached))
                            .orElseGet(() -> new Refused(new Blocked(
                                    Reason.Waiting, key.text() + " gets its content as soon as that is there again")));
                case Content.Derived derived -> derive(replacement, derived, cached);
            };
        } catch (KubernetesClientException e) {
            if (CreateOnly.isRefusal(e)) {
                return Refusals.of(key, Standing.FOREIGN, identity);
            }
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT && live.isPresent()) {
                // Judged again by the event of the change that came first.
                return new Unchanged(live.get());
            }
            return Refusals.of(key, e);
        }
    }

    private Outcome derive(Replacement replacement, Content.Derived content, Optional<Secret> cached) {
        var key = ObjectKey.of(replacement.secret());
        var data = source.data(key.namespace(), content.derivation());
        var inUse = read(content.inUse());
        if (data.isEmpty() || inUse.isEmpty()) {
            return SecretSource.waiting(key, content.derivation());
        }
        var held = Objects.requireNonNullElse(inUse.get().getData(), Map.<String, String>of());
        return content.isSame().test(data.get(), held)
                ? note(content, inUse.get())
                : write(replacement, data.get(), cached);
    }

    /** Over that version alone that was compared. */
    private Outcome note(Content.Derived content, Secret inUse) {
        var key = ObjectKey.of(content.note());
        var note = new SecretBuilder(content.note())
                .editMetadata()
                .withUid(inUse.getMetadata().getUid())
                .withResourceVersion(inUse.getMetadata().getResourceVersion())
                .endMetadata()
                .build();
        return send(note, FieldManagers.SOURCE, caches.known(Secret.class).get(key.namespace(), key.name()));
    }

    private Outcome write(Replacement replacement, Map<String, String> data, Optional<Secret> cached) {
        var secret = new SecretBuilder(replacement.secret())
                .withMetadata(addressed(replacement))
                .withData(data)
                .build();
        return send(secret, FieldManagers.CREDENTIALS, cached);
    }

    private Outcome send(Secret secret, String manager, Optional<Secret> cached) {
        return recent.during(ObjectKey.of(secret), () -> {
            var written = client.resource(secret)
                    .fieldManager(manager)
                    .forceConflicts()
                    .serverSideApply();
            form.reduce(written);
            recent.remember(cached.orElse(null), written);
            return new Written(written);
        });
    }

    private static ObjectMeta addressed(Replacement replacement) {
        return replacement
                .seen()
                .map(seen -> new ObjectMetaBuilder(replacement.secret().getMetadata())
                        .withUid(seen.getMetadata().getUid())
                        .withResourceVersion(seen.getMetadata().getResourceVersion())
                        .build())
                .orElseGet(() -> CreateOnly.marked(replacement.secret().getMetadata()));
    }

    /** Nothing where it is no longer the Secret that was seen. */
    private Optional<Map<String, String>> data(Content.CopyOf copy) {
        return read(copy.seen()).map(Secret::getData);
    }

    private Optional<Secret> read(Secret seen) {
        return Optional.ofNullable(client.secrets()
                        .inNamespace(seen.getMetadata().getNamespace())
                        .withName(seen.getMetadata().getName())
                        .get())
                .filter(found ->
                        found.getMetadata().getUid().equals(seen.getMetadata().getUid()));
    }
}
