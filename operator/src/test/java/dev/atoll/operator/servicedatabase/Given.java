// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.KnownSecrets;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ServiceDatabase and what is there already. */
record Given(ServiceDatabase resource, Optional<PersistentVolumeClaim> claim, Optional<Secret> credentials) {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String UID = "5f0d6d0e-0000-4000-8000-000000000001";

    /** A PostgreSQL database with some more fields of the spec, as inline YAML; nothing is there yet. */
    static Given database(String fields) {
        var resource = YAML.unmarshal("""
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: orders-db, namespace: shop, uid: %s, creationTimestamp: "2026-01-02T00:00:00Z"}
                spec: {service: orders, engine: PostgreSQL, version: "17", storage: {size: 10Gi}, %s}
                """.formatted(UID, fields), ServiceDatabase.class);
        return new Given(resource, Optional.empty(), Optional.empty());
    }

    /** Its claim is there too; more fields of the metadata as inline YAML. */
    Given withClaim(String metadata) {
        var claim = YAML.unmarshal("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: data-orders-db-0
                  namespace: shop
                  annotations: {atoll.dev/belongs-to: ServiceDatabase/orders-db, atoll.dev/version: "17.2"}
                %s
                spec: {resources: {requests: {storage: 10Gi}}}
                status: {phase: Bound}
                """.formatted(metadata.indent(2)), PersistentVolumeClaim.class);
        return new Given(resource, Optional.of(claim), credentials);
    }

    /** Its claim was made for the resource of a UID; null for this one. */
    Given withClaimMadeFor(@Nullable String uid) {
        var given = withClaim("");
        given.claim().orElseThrow().getMetadata().getAnnotations().put("atoll.dev/made-for", uid == null ? UID : uid);
        return given;
    }

    /** Its Secret is there too. */
    Given withSecret() {
        var secret = YAML.unmarshal("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: orders-db-binding
                  namespace: shop
                  annotations: {atoll.dev/belongs-to: ServiceDatabase/orders-db}
                """, Secret.class);
        return new Given(resource, claim, Optional.of(secret));
    }

    ServiceDatabaseObserved observed() {
        return new ServiceDatabaseObserved(
                resource,
                Optional.empty(),
                List.of(resource),
                Optional.empty(),
                new DataClaims("data-orders-db-0", claim),
                credentials,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                LoginObserved.none(),
                KnownSecrets.UNKNOWN,
                Optional.empty(),
                InitializationObserved.none(),
                Instant.EPOCH);
    }

    /** The operator's own program. */
    static BackupTool tool() {
        return new BackupTool("registry.example.com/atoll:1", "Always");
    }

    Validated<DatabaseModel> checked() {
        return ServiceDatabaseChecks.check(observed(), tool());
    }

    /** The metadata of a claim whose owner is the resource, or an earlier one of its name. */
    static String ownedBy(@Nullable String uid) {
        return "ownerReferences: [{apiVersion: atoll.dev/v1alpha1, kind: ServiceDatabase, name: orders-db, controller: true, uid: %s}]"
                .formatted(uid == null ? UID : uid);
    }
}
