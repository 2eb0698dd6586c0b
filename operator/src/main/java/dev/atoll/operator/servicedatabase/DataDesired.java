// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.DeletionPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.Provider;
import dev.atoll.operator.engine.StoredData;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Passwords;
import dev.atoll.operator.servicedatabase.desired.DatabaseAdministratorSecret;
import dev.atoll.operator.servicedatabase.desired.DatabaseSecret;
import dev.atoll.operator.servicedatabase.desired.DatabaseVolumeClaim;
import dev.atoll.operator.servicedatabase.desired.KeptMetadata;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Those children of a ServiceDatabase that hold data or credentials: made once, and amended in part from then on. */
final class DataDesired {
    private DataDesired() {}

    /** What is made where it is missing. */
    static List<Desired.Once> once(ServiceDatabaseObserved observed, ServiceDatabaseModel model, Passwords passwords) {
        return Stream.concat(secrets(observed, model, passwords), Stream.of(claim(observed, model)))
                .toList();
    }

    private static Stream<Desired.Once> secrets(
            ServiceDatabaseObserved observed, ServiceDatabaseModel model, Passwords passwords) {
        var owner = model.ownPassword()
                .map(password -> secret(
                        observed,
                        model,
                        model.secretName(),
                        () -> DatabaseSecret.of(model, ""),
                        Optional.of(DatabaseSecret.derivation(
                                model, password, model.settings().username()))))
                .orElseGet(() -> secret(
                        observed,
                        model,
                        model.secretName(),
                        () -> DatabaseSecret.of(model, passwords.next()),
                        Optional.empty()));
        var administrator = secret(
                observed,
                model,
                model.administratorSecretName(),
                () -> DatabaseAdministratorSecret.of(model, passwords.next()),
                Optional.empty());
        return model.hasAdministrator() ? Stream.of(administrator, owner) : Stream.of(owner);
    }

    private static Desired.Once secret(
            ServiceDatabaseObserved observed,
            ServiceDatabaseModel model,
            String name,
            Supplier<Secret> content,
            Optional<Desired.Derivation> derivation) {
        return new Desired.Once(
                Secret.class,
                model.identity().namespace(),
                name,
                content,
                observed.claim().map(claim -> observed.ownClaim().isPresent() ? lost(model, name) : waiting(model)),
                derivation);
    }

    private static Blocked lost(ServiceDatabaseModel model, String secret) {
        return new Blocked(
                Reason.CredentialsLost,
                ("Secret %s is gone, and PersistentVolumeClaim %s has data that only its password opens; a new one "
                                + "would not. Create the Secret again from a backup, with the annotation %s and the label %s; "
                                + "or delete the claim, if nobody needs the data.")
                        .formatted(
                                secret,
                                model.volume().claimName(),
                                KeptMetadata.annotation(model.identity()),
                                KeptMetadata.label()));
    }

    private static Blocked waiting(ServiceDatabaseModel model) {
        return new Blocked(
                Reason.Waiting,
                "PersistentVolumeClaim %s is being deleted; new credentials are made once it is gone."
                        .formatted(model.volume().claimName()));
    }

    private static Desired.Once claim(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        boolean isToBegin = observed.resource().getSpec().initialization() != null;
        return new Desired.Once(
                PersistentVolumeClaim.class,
                model.identity().namespace(),
                model.volume().claimName(),
                () -> DatabaseVolumeClaim.of(
                        model, isToBegin ? Map.of(Annotations.INITIALIZATION, Annotations.PENDING) : Map.of()),
                Optional.empty());
    }

    /** What is said about it, and to whom it belongs. */
    static List<Desired.Amendment> amendments(
            ServiceDatabaseObserved observed,
            ServiceDatabaseModel model,
            RotationDesired rotation,
            InitializationDesired beginning) {
        var data = new TreeMap<>(model.dataAnnotations());
        data.putAll(beginning.annotations());
        var secrets = Stream.concat(
                model.hasAdministrator() ? Stream.of(model.administratorSecretName()) : Stream.empty(),
                observed.login().next().map(secret -> secret.getMetadata().getName()).stream());
        return Stream.concat(
                        secrets.map(
                                name -> KeptMetadata.ofSecret(model.identity(), name, Map.of(), !model.keepsData())),
                        Stream.of(
                                KeptMetadata.ofSecret(
                                        model.identity(),
                                        model.secretName(),
                                        rotation.annotations(),
                                        !model.keepsData()),
                                KeptMetadata.ofVolumeClaim(
                                        model.identity(), model.volume().claimName(), data, !model.keepsData()),
                                DatabaseVolumeClaim.grown(model)))
                .toList();
    }

    /**
     * Data that no longer is to go with the resource stays from now on, even though the rest of the spec cannot be carried
     * out: somebody may delete the resource because of that.
     */
    static Desired released(ServiceDatabaseObserved observed) {
        var spec = observed.resource().getSpec();
        if (spec.deletionPolicy() == DeletionPolicy.Delete || spec.provider() != Provider.Atoll) {
            return Desired.untouched();
        }
        return belonging(observed, false);
    }

    /**
     * Volume and credentials that are there, and nothing else.
     *
     * @param goesWithOwner whether they are to go with the resource
     */
    static Desired belonging(ServiceDatabaseObserved observed, boolean goesWithOwner) {
        var identity = observed.identity();
        var secrets = Stream.of(
                        observed.administrator(),
                        observed.credentials(),
                        observed.login().next())
                .flatMap(Optional::stream)
                .map(object ->
                        KeptMetadata.ofThis(identity, object, RotationDesired.annotations(object), goesWithOwner));
        var claim = observed.claim().stream().map(object -> {
            var annotations = new TreeMap<>(StoredData.of(object).annotations());
            annotations.putAll(InitializationDesired.annotations(object));
            return KeptMetadata.ofThis(identity, object, annotations, goesWithOwner);
        });
        return new Desired(List.of(), List.of(), Stream.concat(secrets, claim).toList(), List.of());
    }
}
