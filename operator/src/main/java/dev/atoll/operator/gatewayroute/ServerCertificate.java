// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.meta.CertificateFacts;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The certificate that a route names, or that cert-manager makes for it: whether clients take it. A gateway serves it in
 * any case.
 *
 * @param secret the name of its Secret
 * @param isIssued whether cert-manager makes it
 * @param isMissing whether the Secret is known not to exist
 * @param found what it shows, as far as there is one
 * @param hosts the route's
 */
record ServerCertificate(
        String secret, boolean isIssued, boolean isMissing, Optional<CertificateFacts> found, List<String> hosts) {
    /** How long before it expires somebody is reminded. */
    private static final Duration REMINDER = Duration.ofDays(14);

    /** That of a route; empty for one that asks for none. */
    static Optional<ServerCertificate> of(GatewayRouteObserved observed) {
        var spec = observed.spec();
        return Optional.ofNullable(spec.tls()).map(tls -> {
            var given = tls.secretName();
            var secret = given == null
                    ? Names.tlsSecret(observed.resource().getMetadata().getName())
                    : given;
            return of(secret, given == null, observed.secrets(), spec.hosts());
        });
    }

    private static ServerCertificate of(String secret, boolean isIssued, KnownSecrets secrets, List<String> hosts) {
        return new ServerCertificate(
                secret,
                isIssued,
                secrets.isMissing(secret),
                secrets.get(secret).flatMap(facts -> facts.certificate()),
                hosts);
    }

    /** Why clients do not take it. One that a route names and that does not exist is a reference that leads nowhere instead. */
    Optional<Problem> problem(Instant now) {
        if (isMissing && isIssued) {
            return Optional.of(new Problem(
                    Reason.CertificatePending,
                    "Secret %s is not there yet, so clients refuse the certificate that the gateway shows instead; %s"
                            .formatted(secret, renew())));
        }
        return found.flatMap(facts -> ofTime(facts, now).or(() -> ofNames(facts)));
    }

    /** What somebody should do soon, without a full stop. */
    Optional<String> remark(Instant now) {
        return found.filter(facts -> !now.isBefore(facts.until().minus(REMINDER)) && now.isBefore(facts.until()))
                .map(facts ->
                        "the certificate in Secret %s expires at %s; %s".formatted(secret, facts.until(), renew()));
    }

    /** How long it takes until time alone makes something else of it. */
    Optional<Duration> settled(Instant now) {
        return found.stream()
                .flatMap(facts -> Stream.of(facts.from(), facts.until().minus(REMINDER), facts.until()))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .map(next -> Duration.between(now, next));
    }

    /**
     * Why clients do not take a certificate.
     *
     * @param text a sentence with the remedy, without a full stop
     */
    record Problem(Reason reason, String text) {}

    private Optional<Problem> ofTime(CertificateFacts facts, Instant now) {
        if (now.isBefore(facts.from())) {
            return problem(Reason.CertificatePending, "is not valid before " + facts.from());
        }
        return now.isBefore(facts.until())
                ? Optional.empty()
                : problem(Reason.CertificateExpired, "has expired at " + facts.until());
    }

    private Optional<Problem> ofNames(CertificateFacts facts) {
        var uncovered = hosts.stream().filter(host -> !facts.covers(host)).collect(Collectors.joining(", "));
        return uncovered.isEmpty()
                ? Optional.empty()
                : problem(Reason.CertificateMismatch, "is not for " + uncovered + ", by its alternative names (DNS)");
    }

    private Optional<Problem> problem(Reason reason, String what) {
        return Optional.of(new Problem(
                reason, "the certificate in Secret %s %s, so clients refuse it; %s".formatted(secret, what, renew())));
    }

    private String renew() {
        return isIssued
                ? "that is cert-manager's business, and kubectl describe certificate %s shows what it waits for"
                        .formatted(secret)
                : "put another one into the Secret";
    }
}
