// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.gatewayroute.ServerCertificate.Problem;
import dev.atoll.operator.meta.CertificateFacts;
import dev.atoll.operator.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerCertificateTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant REMINDER = Instant.parse("2026-03-18T00:00:00Z");
    private static final ServerCertificate CERTIFICATE = certificate("shop.example.com");

    @Test
    void itHasATimeBeforeAndATimeAfter() {
        assertThat(reason(FROM.minusMillis(1))).contains(Reason.CertificatePending);
        assertThat(reason(FROM)).isEmpty();
        assertThat(reason(UNTIL.minusMillis(1))).isEmpty();
        assertThat(reason(UNTIL)).contains(Reason.CertificateExpired);
    }

    @Test
    void aReminderComesFourteenDaysBeforeItExpires() {
        assertThat(CERTIFICATE.remark(REMINDER.minusMillis(1))).isEmpty();
        assertThat(CERTIFICATE.remark(REMINDER))
                .contains(
                        "the certificate in Secret shop-tls expires at 2026-04-01T00:00:00Z; put another one into the Secret");
        assertThat(CERTIFICATE.remark(UNTIL)).isEmpty();
    }

    @Test
    void itIsLookedAtAgainWhenTimeMakesADifference() {
        assertThat(CERTIFICATE.settled(FROM.minusSeconds(5))).contains(Duration.ofSeconds(5));
        assertThat(CERTIFICATE.settled(FROM)).contains(Duration.between(FROM, REMINDER));
        assertThat(CERTIFICATE.settled(REMINDER)).contains(Duration.ofDays(14));
        assertThat(CERTIFICATE.settled(UNTIL)).isEmpty();
    }

    @Test
    void theHostsThatItIsNotForAreNamed() {
        assertThat(certificate("shop.example.com", "www.example.com", "*.example.com")
                        .problem(FROM)
                        .map(Problem::text))
                .hasValueSatisfying(text -> assertThat(text).contains("is not for www.example.com, *.example.com"));
    }

    @Test
    void whatCertManagerHasNotMadeIsPending() {
        var issued = new ServerCertificate("shop-tls", true, true, Optional.empty(), List.of("shop.example.com"));

        assertThat(issued.problem(FROM).map(Problem::reason)).contains(Reason.CertificatePending);
    }

    @Test
    void aSecretThatIsMissingIsNoProblemOfACertificate() {
        var missing = new ServerCertificate("shop-tls", false, true, Optional.empty(), List.of("shop.example.com"));

        assertThat(missing.problem(FROM)).isEmpty();
        assertThat(missing.settled(FROM)).isEmpty();
    }

    private static Optional<Reason> reason(Instant now) {
        return CERTIFICATE.problem(now).map(Problem::reason);
    }

    private static ServerCertificate certificate(String... hosts) {
        return new ServerCertificate(
                "shop-tls",
                false,
                false,
                Optional.of(new CertificateFacts(FROM, UNTIL, Set.of("shop.example.com"))),
                List.of(hosts));
    }
}
