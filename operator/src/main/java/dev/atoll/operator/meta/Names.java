// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of children. All of them derive from the custom resource's name, which the CRDs keep short enough for the
 * longest of them.
 */
public final class Names {
    /** Enough to tell resources of one name apart. */
    private static final int UID_DIGITS = 8;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
    /** With a dash and the minute it is the 63 characters that the name of a Job may have. */
    private static final int LONGEST_BEFORE_MINUTE = 50;

    private static final int LONGEST_BEFORE_LOGIN = 40;
    /** With {@code -last-}, a part of a UID and a number of up to four digits it is 63 characters. */
    private static final int LONGEST_BEFORE_LAST = 44;

    private static final int LONGEST_BEFORE_CHECKSUM = 46;
    private static final int CHECKSUM_DIGITS = 16;

    /** A name that ends like {@link #host}, or like that with the usual domain of clusters. */
    private static final Pattern SERVICE_HOST = Pattern.compile(".+[.]([^.]+)[.]svc(?:[.]cluster[.]local)?");

    private Names() {}

    /** The headless twin of a Service, for clients that balance by themselves. */
    public static String headless(String name) {
        return name + "-headless";
    }

    /** The Secret with the credentials of a ServiceDatabase, laid out as a Service Binding. */
    public static String bindingSecret(String database) {
        return database + "-binding";
    }

    /** The Secret with what a ServiceDatabase's administrator logs in with, which its owner does not get. */
    public static String administratorSecret(String database) {
        return database + "-administrator";
    }

    /** The ConfigMap with what a ServiceDatabase's server runs when its volume is empty. */
    public static String firstStart(String database) {
        return database + "-first-start";
    }

    /** The ConfigMap with what a ServiceDatabase's server needs in order to archive what it writes. */
    public static String archiveFiles(String database) {
        return database + "-archive";
    }

    /** The Secret in which cert-manager puts the certificate of a GatewayRoute. */
    public static String tlsSecret(String route) {
        return route + "-tls";
    }

    /** The twin of an Ingress that answers plain HTTP where the Ingress itself answers HTTPS alone. */
    public static String plainHttp(String ingress) {
        return ingress + "-http";
    }

    /** The Ingress of a GatewayRoute's exact paths, where they need one of their own. */
    public static String exactPaths(String route) {
        return route + "-exact";
    }

    /** The Middleware that redirects plain HTTP to HTTPS. */
    public static String redirect(String route) {
        return route + "-redirect";
    }

    /** The Ingress of one rule of a GatewayRoute that needs one of its own. */
    public static String rule(String route, String requests) {
        return route + "-" + Checksum.of(requests);
    }

    /** A Middleware of a GatewayRoute, or of one of its rules. */
    public static String middleware(String base, String purpose) {
        return base + "-" + purpose;
    }

    /** What stands for a server outside that a GatewayRoute leads to, as a DNS label. */
    public static String outside(String route, String server) {
        return shortened(route.replace('.', '-'), LONGEST_BEFORE_CHECKSUM) + "-" + Checksum.of(route + " " + server);
    }

    /** A Policy of a GatewayRoute. */
    public static String policy(String route, String purpose) {
        return route + "-" + purpose;
    }

    /** One of several objects that together are one, counted from 1; the first has the plain name. */
    public static String part(String name, int number) {
        return number == 1 ? name : name + "-" + number;
    }

    /** The volume of a StatefulSet's claim template that holds data. */
    public static String dataVolume() {
        return "data";
    }

    /** The address of a ServiceDatabase's one pod, also while it is not ready or its Service leads nowhere. */
    public static String podHost(String database, String namespace) {
        return database + "-0." + host(headless(database), namespace);
    }

    /** The claim of a ServiceDatabase's first volume, named as a StatefulSet controller would name it. */
    public static String volumeClaim(String database) {
        return dataVolume() + "-" + database + "-0";
    }

    /** The claim of the volume that a DatabaseRestore fills, by a part of its UID. */
    public static String restoredClaim(String database, String restoreUid) {
        return dataVolume() + "-" + digits(restoreUid) + "-" + database;
    }

    /** The DatabaseBackup that a schedule takes at a time. Of a long name a checksum stands for the end. */
    public static String scheduledBackup(String database, Instant time) {
        return atMinute(database, "", time);
    }

    /** The DatabaseRestore with which a schedule tries a backup at a time. Of a long name a checksum stands for the end. */
    public static String scheduledDrill(String database, Instant time) {
        return atMinute(database, "-drill", time);
    }

    /** The DatabaseBackup that is taken because a ServiceDatabase is deleted, by a part of the UID of that and the attempt. */
    public static String lastBackup(String database, String databaseUid, int attempt) {
        return shortened(database, LONGEST_BEFORE_LAST) + "-last-" + digits(databaseUid) + "-" + attempt;
    }

    /** The DatabaseRestore with which the last DatabaseBackup is tried, by a part of the UID of that. */
    public static String lastDrill(String database, String backupUid) {
        return shortened(database, LONGEST_BEFORE_LAST) + "-drill-" + digits(backupUid);
    }

    private static String digits(String uid) {
        return uid.substring(0, Math.min(UID_DIGITS, uid.length()));
    }

    private static String atMinute(String database, String purpose, Instant time) {
        return shortened(database, LONGEST_BEFORE_MINUTE - purpose.length()) + purpose + "-"
                + MINUTE.format(time.atZone(ZoneOffset.UTC));
    }

    /** The Secret with the next credentials of a ServiceDatabase, or with those that it has since the last rotation. */
    public static String nextSecret(String database) {
        return database + "-next";
    }

    /** The Job that lets a user into a ServiceDatabase or shuts one out. Of a long name a checksum stands for the end. */
    public static String loginJob(String database, String step) {
        return shortened(database, LONGEST_BEFORE_LOGIN) + "-login-"
                + Checksum.of(step).substring(0, UID_DIGITS);
    }

    /** The Job that initializes a ServiceDatabase. Of a long name a checksum stands for the end. */
    public static String initializationJob(String database, String revision) {
        return shortened(database, LONGEST_BEFORE_LOGIN) + "-initialize-"
                + Checksum.of(revision).substring(0, UID_DIGITS);
    }

    /** The Job that migrates the data of a Microservice to a revision. Of a long name a checksum stands for the end. */
    public static String migrationJob(String service, String revision) {
        return shortened(service, LONGEST_BEFORE_LOGIN) + "-migrate-" + revision.substring(0, UID_DIGITS);
    }

    /** The DatabaseBackup that is taken before a migration. Of a long name a checksum stands for the end. */
    public static String migrationBackup(String database, String migration) {
        return shortened(database, LONGEST_BEFORE_LOGIN) + "-before-"
                + Checksum.of(migration).substring(0, UID_DIGITS);
    }

    /** The NetworkPolicy of the pods that migrate the data of a Microservice. */
    public static String migrationPolicy(String service) {
        return service + "-migration";
    }

    private static String shortened(String name, int longest) {
        return name.length() <= longest
                ? name
                : name.substring(0, longest - CHECKSUM_DIGITS - 1) + "-" + Checksum.of(name);
    }

    /** What an environment variable about a service begins with: {@code order-intake} gives {@code ORDER_INTAKE}. */
    public static String environment(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    /** The namespace of the Service of this cluster that a host name is of; empty where it is of none, as far as it shows. */
    public static Optional<String> namespaceOf(String host) {
        var service = SERVICE_HOST.matcher(host);
        return service.matches() ? Optional.of(service.group(1)) : Optional.empty();
    }

    /** The address of a Service inside the cluster, which is the same from every namespace. */
    public static String host(String name, String namespace) {
        return name + "." + namespace + ".svc";
    }
}
