// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of several claims with data of one database is in use: a restore adds another one, and the old one is kept.
 *
 * @param name the name of the claim in use, or of the one to be made
 * @param claim the claim, if it is there
 */
public record DataClaims(String name, Optional<PersistentVolumeClaim> claim) {
    /** The first of all says nothing; it is older than any. */
    private static final Comparator<PersistentVolumeClaim> BY_TIME = Comparator.comparing(
                    (PersistentVolumeClaim claim) -> since(claim))
            .thenComparing(claim -> claim.getMetadata().getName());

    /** The claim of a ServiceDatabase that is in use, among those of its namespace. */
    public static Optional<PersistentVolumeClaim> current(
            Stream<PersistentVolumeClaim> claims, String database, Optional<StatefulSet> set) {
        return of(claims.filter(claim -> isOf(claim, database)).toList(), set, database)
                .claim();
    }

    /**
     * The claim that was taken into use last. A server stays on its claim until a later one is seen: neither a view that is
     * behind nor the loss of its claim must ever lead it back to old data.
     *
     * @param claims those of the database
     * @param set its StatefulSet
     * @param database its name
     */
    public static DataClaims of(List<PersistentVolumeClaim> claims, Optional<StatefulSet> set, String database) {
        var running = set.flatMap(DataClaims::nameOf);
        if (running.isEmpty()) {
            return claims.stream()
                    .max(BY_TIME)
                    .map(DataClaims::of)
                    .orElseGet(() -> new DataClaims(Names.volumeClaim(database), Optional.empty()));
        }
        var since = set.map(DataClaims::since).orElse("");
        return claims.stream()
                .filter(claim -> since(claim).compareTo(since) > 0)
                .max(BY_TIME)
                .map(DataClaims::of)
                .orElseGet(() -> new DataClaims(
                        running.get(),
                        claims.stream()
                                .filter(claim ->
                                        running.get().equals(claim.getMetadata().getName()))
                                .findFirst()));
    }

    private static DataClaims of(PersistentVolumeClaim claim) {
        return new DataClaims(claim.getMetadata().getName(), Optional.of(claim));
    }

    private static String since(HasMetadata object) {
        return Annotations.get(object, Annotations.IN_USE_SINCE).orElse("");
    }

    /** The claim that the pods of a StatefulSet name; nothing where a claim template brings it. */
    public static Optional<String> nameOf(StatefulSet set) {
        var pod = set.getSpec().getTemplate().getSpec();
        var volumes = pod == null ? List.<Volume>of() : pod.getVolumes();
        return volumes.stream()
                .filter(volume -> Names.dataVolume().equals(volume.getName()))
                .flatMap(volume -> Stream.ofNullable(volume.getPersistentVolumeClaim()))
                .map(source -> source.getClaimName())
                .findFirst();
    }

    /** Whether a claim is one of a ServiceDatabase's, in use or kept. */
    public static boolean isOf(PersistentVolumeClaim claim, String database) {
        return Annotations.belongsTo(claim, HasMetadata.getKind(ServiceDatabase.class))
                .filter(database::equals)
                .isPresent();
    }
}
