// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.meta.CertificateFacts;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.meta.SecretText;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each gateway's own code asks of a Secret. */
class SecretFitTest {
    private static final SecretFacts ONE_KEY = opaque("users");
    private static final SecretFacts HTPASSWD = opaque(".htpasswd");

    @Test
    void traefikTakesOneKeyOfAnyNameAndEnvoyGatewayOneName() {
        assertThat(SecretFit.ofTraefik(SecretUse.USERS, ONE_KEY)).isEmpty();
        assertThat(SecretFit.ofTraefik(SecretUse.USERS, opaque("users", "others")))
                .isPresent();
        assertThat(SecretFit.ofTraefik(SecretUse.USERS, opaque())).isPresent();

        assertThat(SecretFit.ofEnvoyGateway(SecretUse.USERS, HTPASSWD)).isEmpty();
        assertThat(SecretFit.ofEnvoyGateway(SecretUse.USERS, ONE_KEY))
                .contains("has nothing under .htpasswd; put it there");
    }

    @Test
    void traefikTakesASecretForOneUserToo() {
        var user = facts("kubernetes.io/basic-auth", Optional.empty(), "username", "password");

        assertThat(SecretFit.ofTraefik(SecretUse.USERS, user)).isEmpty();
        assertThat(SecretFit.ofTraefik(
                        SecretUse.USERS, facts("kubernetes.io/basic-auth", Optional.empty(), "username")))
                .contains("has nothing under password; put it there");
    }

    @Test
    void aCertificateNeedsItsKeyAndHasToBeOne() {
        assertThat(SecretFit.problem(SecretUse.CERTIFICATE, certificate("Opaque", "tls.crt", "tls.key")))
                .isEmpty();
        assertThat(SecretFit.problem(SecretUse.CERTIFICATE, certificate("Opaque", "tls.crt")))
                .contains("has nothing under tls.key; put it there");
        assertThat(SecretFit.problem(SecretUse.CERTIFICATE, opaque("tls.crt", "tls.key")))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("has no certificate"));
    }

    @Test
    void nginxLooksAtTheTypeOfACertificate() {
        assertThat(SecretFit.ofNginx(SecretUse.CERTIFICATE, certificate("kubernetes.io/tls", "tls.crt", "tls.key")))
                .isEmpty();
        assertThat(SecretFit.ofNginx(SecretUse.CERTIFICATE, certificate("Opaque", "tls.crt", "tls.key")))
                .isPresent();
    }

    @Test
    void noMessageNamesAKeyThatTheSecretHas() {
        assertThat(SecretFit.ofTraefik(SecretUse.USERS, opaque("sesame", "other")))
                .hasValueSatisfying(problem -> assertThat(problem).doesNotContain("sesame"));
        assertThat(SecretFit.ofEnvoyGateway(SecretUse.USERS, opaque("sesame")))
                .hasValueSatisfying(problem -> assertThat(problem).doesNotContain("sesame"));
    }

    private static SecretFacts opaque(String... keys) {
        return facts("Opaque", Optional.empty(), keys);
    }

    private static SecretFacts certificate(String type, String... keys) {
        var shown = new CertificateFacts(Instant.EPOCH, Instant.MAX, Set.of("shop.example.com"));
        return facts(type, Optional.of(shown), keys);
    }

    private static SecretFacts facts(String type, Optional<CertificateFacts> certificate, String... keys) {
        var entries = Stream.of(keys).collect(Collectors.toMap(key -> key, key -> SecretText.PLAIN));
        return new SecretFacts(type, entries, certificate, false, "7");
    }
}
