// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** The annotations that Atoll writes, and those that it reads. */
public final class Annotations {
    /** On a pod template: checksum of the configuration that is to roll the pods when it changes. */
    public static final String CONFIG_CHECKSUM = "atoll.dev/config-checksum";
    /** On a Deployment: who decides the number of replicas. */
    public static final String REPLICAS = "atoll.dev/replicas";
    /** On a Deployment: the revisions whose migration has run, as checksums, the newest first. On a Job: the one that it runs. */
    public static final String MIGRATED = "atoll.dev/migrated";
    /** On an object that outlives its custom resource: {@code Kind/name} of the resource that it belongs to. */
    public static final String BELONGS_TO = "atoll.dev/belongs-to";
    /** On an object that outlives its custom resource: UID of the resource that it was made for first. */
    public static final String MADE_FOR = "atoll.dev/made-for";
    /** On a database's volume claim: the engine that the data is of. */
    public static final String ENGINE = "atoll.dev/engine";
    /** On a database's StatefulSet and volume claim: the version of the engine. */
    public static final String VERSION = "atoll.dev/version";
    /** On a database's volume claim: the name of the database in it. */
    public static final String DATABASE = "atoll.dev/database";
    /** On a database's volume claim: the name of the owner's user in it. */
    public static final String USERNAME = "atoll.dev/username";
    /** On a database's volume claim: the name of the server's administrator; not there where that is the owner's user. */
    public static final String ADMINISTRATOR = "atoll.dev/administrator";

    /** On a database's volume claim that a restore has made: since when it is in use; and on the StatefulSet that uses it. */
    public static final String IN_USE_SINCE = "atoll.dev/in-use-since";
    /** On a database's volume claim that a restore has made: the claim that was in use before. */
    public static final String REPLACES = "atoll.dev/replaces";
    /** On a database's volume claim that a restore has made: UID of the DatabaseRestore. */
    public static final String RESTORED_BY = "atoll.dev/restored-by";

    /**
     * On a database's volume claim that was made with something to begin with: {@link #PENDING}, and once that is in the data the time
     * since when it is.
     */
    public static final String INITIALIZATION = "atoll.dev/initialization";
    /** Value of {@link #INITIALIZATION} as long as nobody but Atoll may use the data. */
    public static final String PENDING = "Pending";
    /** On the Job that initializes a database: UID of the claim with the data. */
    public static final String INITIALIZES = "atoll.dev/initializes";
    /** On a Secret of credentials: the time at which the rotation was begun that they are of. */
    public static final String ROTATION = "atoll.dev/rotation";

    /** On a ServiceDatabase: another value asks for other credentials. On its Secret: the value that was served last. */
    public static final String ROTATE_CREDENTIALS = "atoll.dev/rotate-credentials";

    /** On the Secret of credentials: the rotation after which the former user was shut out. */
    public static final String ROTATED = "atoll.dev/rotated";

    /** On the Secret of credentials: UID of the claim with the data in which its user is let in. */
    public static final String ADMITTED_ON = "atoll.dev/admitted-on";

    /** On a Secret of credentials: the version of the Secret, and of what the spec says beside it, that it was made from. */
    public static final String MADE_FROM = "atoll.dev/made-from";

    /** On a DatabaseBackup or DatabaseRestore that a schedule has made: the time that it was due. */
    public static final String SCHEDULED_FOR = "atoll.dev/scheduled-for";

    /** On what is made because a database is deleted, its last DatabaseBackup and the trial of that: which attempt it is, from 1. */
    public static final String LAST_BACKUP = "atoll.dev/last-backup";

    /** On a database's last DatabaseBackup: UID of the volume claim with the data that it is of. */
    public static final String DATA_OF = "atoll.dev/data-of";

    /** On a database's last DatabaseBackup and on the trial of that: generation of the ServiceDatabase for which it was made. */
    public static final String GENERATION = "atoll.dev/generation";

    /** On a Job that moves a backup: where that is, as JSON. What the Job does not change with is written on it. */
    public static final String BACKUP_PLACE = "atoll.dev/backup-place";

    /** On a registry: the number of services for which it has no room. */
    public static final String LEFT_OUT = "atoll.dev/left-out";

    /**
     * On an IngressClass, set by a platform engineer to {@code "false"}: its controller never writes an address into an
     * Ingress, so that a missing one means nothing.
     */
    public static final String REPORTS_ADDRESSES = "atoll.dev/reports-addresses";

    /** On a route of the Gateway API: it leads nowhere as long as its policies are not in force everywhere. */
    public static final String SHUT = "atoll.dev/shut";

    /**
     * On Envoy Gateway's GatewayClass, set by a platform engineer: for how many seconds its proxies drain connections (the
     * greatest {@code shutdown.drainTimeout} of its EnvoyProxies); 60 if it is not there.
     */
    public static final String DRAIN_SECONDS = "atoll.dev/drain-seconds";

    /**
     * On the IngressClass of F5's controller, set by a platform engineer: whether it is of a version that answers nobody
     * where it cannot enforce a Policy (5.5 or later). It tells its version to nobody.
     */
    public static final String ENFORCES_POLICIES = "atoll.dev/enforces-policies";

    /**
     * On Traefik's IngressClass, set by a platform engineer: whether Traefik runs with {@code core.strictTLSOptions}, and so
     * lets nobody in where two objects ask for different terms of TLS under one host. It tells its options to nobody.
     */
    public static final String STRICT_TLS_OPTIONS = "atoll.dev/strict-tls-options";

    /**
     * On an IngressClass or GatewayClass, set by a platform engineer: {@code host:port} of a Redis in which the replicas of the
     * gateway count requests together.
     */
    public static final String RATE_LIMIT_STORE = "atoll.dev/rate-limit-store";

    /**
     * On an IngressClass or GatewayClass, set by a platform engineer: the servers outside of the cluster that routes may lead to,
     * as names separated by commas; an asterisk as the first label stands for all below.
     */
    public static final String EXTERNAL_HOSTS = "atoll.dev/external-hosts";

    private static final String CREDENTIALS_OF = "credentials.atoll.dev/";

    private Annotations() {}

    /** On a service's pods: the rotation that the credentials of a database are of which they have been started with. */
    public static String credentialsOf(String database) {
        return CREDENTIALS_OF + database;
    }

    /** The value of an annotation. */
    public static Optional<String> get(HasMetadata object, String key) {
        return Optional.ofNullable(object.getMetadata().getAnnotations()).map(annotations -> annotations.get(key));
    }

    /** The value of {@link #BELONGS_TO} for the children of a resource. */
    public static String belongsTo(Identity identity) {
        return identity.owner().getKind() + "/" + identity.name();
    }

    /** The name of the resource of a kind that an object without owner belongs to. */
    public static Optional<String> belongsTo(HasMetadata object, String kind) {
        return get(object, BELONGS_TO)
                .filter(value -> value.startsWith(kind + "/"))
                .map(value -> value.substring(kind.length() + 1));
    }
}
