// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.kube.Outcome.Refused;
import dev.atoll.operator.kube.Outcome.Unchanged;
import dev.atoll.operator.kube.Outcome.Written;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Standing;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one child: creates without ever changing an existing object, changes only what belongs to the resource, and
 * sends nothing for what is already as desired.
 */
@ApplicationScoped
public class ChildWriter {
    private final KubernetesClient client;
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final Comparison comparison;
    private final StoredForm form;
    private final ReplicaHandover handover;
    private final SecretSource source;

    ChildWriter(KubernetesClient client, ObjectCaches caches, RecentWrites recent) {
        this.client = Impatience.of(client);
        this.caches = caches;
        this.recent = recent;
        this.comparison = new Comparison(client.getKubernetesSerialization());
        this.form = new StoredForm(client.getKubernetesSerialization());
        this.handover = new ReplicaHandover(this.client);
        this.source = new SecretSource(this.client);
    }

    /** Applies the object where it is missing or differs. */
    Outcome apply(Identity identity, HasMetadata desired) {
        var cached = cached(desired.getClass(), ObjectKey.of(desired));
        var live = recent.newest(ObjectKey.of(desired), cached);
        try {
            return live.isEmpty()
                    ? create(identity, desired, cached.orElse(null))
                    : adjust(identity, desired, live.get(), cached.orElse(null));
        } catch (KubernetesClientException e) {
            return Refusals.of(ObjectKey.of(desired), e);
        }
    }

    /**
     * Creates the object where it is missing. Whether it is, the API server decides: the content must never be made
     * up a second time because a cache was behind.
     */
    Outcome createOnce(Identity identity, Desired.Once once) {
        var key = new ObjectKey(HasMetadata.getKind(once.kind()), once.namespace(), once.name());
        var live = recent.newest(key, cached(once.kind(), key));
        if (live.isPresent()) {
            return leave(identity, live.get());
        }
        try {
            return once.lost().isPresent() ? expect(identity, once, once.lost().get()) : createOrLeave(identity, once);
        } catch (KubernetesClientException e) {
            return Refusals.of(key, e);
        }
    }

    /**
     * Lays a partial object over a child. Nothing for one that is not there or not the resource's, which is for
     * {@link #createOnce} to tell, and for one that needs no write.
     */
    Optional<Outcome> amend(Identity identity, Desired.Amendment amendment) {
        var partial = amendment.object();
        var key = ObjectKey.of(partial);
        var manager = FieldManagers.of(amendment.part());
        var cached = cached(partial.getClass(), key);
        var live = recent.newest(key, cached)
                .filter(object -> Standing.of(object, identity) == Standing.OURS)
                .filter(object -> isMeant(partial, object));
        var difference = live.flatMap(object -> comparison.beyond(partial, object, manager));
        if (live.isEmpty() || difference.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(change(partial, live.get(), cached.orElse(null), difference.get(), manager));
        } catch (KubernetesClientException e) {
            return Optional.of(Refusals.of(key, e, amendment.remedy()));
        }
    }

    /** A partial object with a UID is for that one alone, and not for another one that has its name by now. */
    private static boolean isMeant(HasMetadata partial, HasMetadata live) {
        var uid = partial.getMetadata().getUid();
        return uid == null || uid.equals(live.getMetadata().getUid());
    }

    private Outcome createOrLeave(Identity identity, Desired.Once once) {
        return once.derivation()
                .map(derivation -> derive(identity, once, derivation))
                .orElseGet(() -> createOrLeave(identity, once, once.content().get(), FieldManagers.ONCE));
    }

    /** With the manager that gives it other content later on. */
    private Outcome derive(Identity identity, Desired.Once once, Desired.Derivation derivation) {
        var secret = (Secret) once.content().get();
        return source.data(once.namespace(), derivation)
                .map(data -> createOrLeave(
                        identity, once, new SecretBuilder(secret).withData(data).build(), FieldManagers.CREDENTIALS))
                .orElseGet(() -> SecretSource.waiting(ObjectKey.of(secret), derivation));
    }

    private Outcome createOrLeave(Identity identity, Desired.Once once, HasMetadata content, String manager) {
        return createOnly(content, null, manager)
                .<Outcome>map(Written::new)
                .orElseGet(() -> leave(identity, pruned(read(once).require())));
    }

    /** What must be there and cannot be made again: the API server is asked, for a cache may be behind. */
    private Outcome expect(Identity identity, Desired.Once once, Blocked lost) {
        var existing = read(once).get();
        return existing == null ? new Refused(lost) : leave(identity, pruned(existing));
    }

    private Outcome create(Identity identity, HasMetadata desired, @Nullable HasMetadata cached) {
        // When it exists and the cache does not show it, it is foreign, or ours without its label.
        return createOnly(desired, cached, FieldManagers.ATOLL)
                .<Outcome>map(Written::new)
                .orElseGet(
                        () -> adjust(identity, desired, client.resource(desired).require(), cached));
    }

    /** The created object; nothing when there is one of its name, which stays as it was. */
    private Optional<HasMetadata> createOnly(HasMetadata desired, @Nullable HasMetadata cached, String manager) {
        try {
            // Forced, so that an existing object is refused as such and not for the fields that others own in it.
            return Optional.of(send(desired, CreateOnly.marked(desired.getMetadata()), cached, manager));
        } catch (KubernetesClientException e) {
            if (CreateOnly.isRefusal(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Outcome adjust(Identity identity, HasMetadata desired, HasMetadata live, @Nullable HasMetadata cached) {
        var standing = Standing.of(live, identity);
        if (standing != Standing.OURS) {
            return Refusals.of(ObjectKey.of(desired), standing, identity);
        }
        var difference = comparison.between(desired, live);
        if (difference.isEmpty()) {
            return new Unchanged(live);
        }
        handover.prepare(desired, live, difference.get());
        return change(desired, live, cached, difference.get(), FieldManagers.ATOLL);
    }

    private Outcome change(
            HasMetadata desired,
            HasMetadata live,
            @Nullable HasMetadata cached,
            Comparison.Difference difference,
            String manager) {
        var written = send(desired, addressed(desired, live, difference), cached, manager);
        if (isSameVersion(written, live)) {
            comparison.rememberFalseAlarm(live, difference);
            return new Unchanged(live);
        }
        return new Written(written);
    }

    /** With the UID, an apply can only ever change this object, and never create another one. */
    private static ObjectMeta addressed(HasMetadata desired, HasMetadata live, Comparison.Difference difference) {
        var metadata = new ObjectMetaBuilder(desired.getMetadata())
                .withUid(live.getMetadata().getUid());
        if (ReplicaHandover.isTakingBack(desired, live, difference)) {
            metadata.withResourceVersion(live.getMetadata().getResourceVersion());
        }
        return metadata.build();
    }

    /** Applies an object, with metadata that hold for this one request, and remembers the answer. */
    private HasMetadata send(HasMetadata desired, ObjectMeta metadata, @Nullable HasMetadata cached, String manager) {
        return recent.during(ObjectKey.of(desired), () -> {
            var own = desired.getMetadata();
            desired.setMetadata(metadata);
            try {
                var written = pruned(client.resource(desired)
                        .fieldManager(manager)
                        .forceConflicts()
                        .serverSideApply());
                if (cached == null || !isSameVersion(written, cached)) {
                    recent.remember(cached, written);
                }
                return written;
            } finally {
                desired.setMetadata(own);
            }
        });
    }

    private Outcome leave(Identity identity, HasMetadata existing) {
        var standing = Standing.of(existing, identity);
        return standing == Standing.OURS
                ? new Unchanged(existing)
                : Refusals.of(ObjectKey.of(existing), standing, identity);
    }

    private Resource<? extends HasMetadata> read(Desired.Once once) {
        return client.resources(once.kind()).inNamespace(once.namespace()).withName(once.name());
    }

    private <T extends HasMetadata> Optional<T> cached(Class<T> kind, ObjectKey key) {
        return caches.known(kind).get(key.namespace(), key.name());
    }

    /** Without what the caches drop too: above all, no Secret's content stays in memory. */
    private <T extends HasMetadata> T pruned(T object) {
        form.reduce(object);
        return object;
    }

    private static boolean isSameVersion(HasMetadata one, HasMetadata other) {
        return one.getMetadata().getResourceVersion().equals(other.getMetadata().getResourceVersion());
    }
}
