// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFactsTest {
    /** For shop.example.com and *.example.org. */
    private static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBYjCCAQigAwIBAgIJAO4WttVP75AqMAoGCCqGSM49BAMCMA8xDTALBgNVBAMT
            BGdvb2QwHhcNNjkxMjAxMDAwMDAwWhcNNDkwNDI1MDAwMDAwWjAPMQ0wCwYDVQQD
            EwRnb29kMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDl5MVV8DP0haZtvsQB6G
            7nIUgJ0DvDI8E9LtpeICSodUJSynuY9Zj20CQ1aM9hDZv9YIWexKa3a8RPFWPhfm
            DqNNMEswHQYDVR0OBBYEFOlm4Lnu0UFvMXTPeKhUiVk0XL7vMCoGA1UdEQQjMCGC
            EHNob3AuZXhhbXBsZS5jb22CDSouZXhhbXBsZS5vcmcwCgYIKoZIzj0EAwIDSAAw
            RQIhAK4oqKCzVbc21YNbY11cVP+e5BwHm/f0OQ3SD9OEVdByAiBaNo1pUScwDqxE
            B/wCg/rL9NMV0ezc0hvVfBo3cG+2TA==
            -----END CERTIFICATE-----
            """;

    @Test
    void keysAreKnownAndNothingUnderThem() {
        var facts = SecretFacts.of(secret("7")
                .withType("Opaque")
                .addToData("users", encode("ada:sesame"))
                .addToData("empty", "")
                .addToStringData("others", "eve:sesame")
                .build());

        assertThat(facts)
                .isEqualTo(new SecretFacts(
                        "Opaque",
                        Map.of("users", SecretText.LINE, "others", SecretText.LINE),
                        Optional.empty(),
                        false,
                        "7"));
        assertThat(facts.keys()).containsExactlyInAnyOrder("users", "others");
        assertThat(facts.toString()).doesNotContain("sesame", encode("ada:sesame"));
    }

    @Test
    void aCertificateIsReadAndItsKeyIsNot() {
        var facts = SecretFacts.of(secret().withType("kubernetes.io/tls")
                .withData(Map.of("tls.crt", encode(PEM), "tls.key", encode("sesame")))
                .build());

        assertThat(facts.certificate())
                .contains(new CertificateFacts(
                        Instant.parse("1969-12-01T00:00:00Z"),
                        Instant.parse("2049-04-25T00:00:00Z"),
                        Set.of("shop.example.com", "*.example.org")));
        assertThat(facts.keys()).containsExactlyInAnyOrder("tls.crt", "tls.key");
    }

    @Test
    void theFirstCertificateIsTheServersOwn() {
        var chain =
                SecretFacts.of(secret().addToStringData("tls.crt", PEM + PEM).build());

        assertThat(chain.certificate()).isPresent();
    }

    @Test
    void whatIsNoCertificateIsNone() {
        assertThat(certificate("no certificate")).isEmpty();
        assertThat(certificate("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"))
                .isEmpty();
        assertThat(SecretFacts.of(secret().addToData("tls.crt", "not base64!").build())
                        .certificate())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example.com, true",
        "www.shop.example.com, false",
        "a.example.org, true",
        "a.b.example.org, false",
        "example.org, false",
        "*.example.org, true",
        "*.b.example.org, false",
        "*.example.com, false"
    })
    void anAsteriskCoversOneLabel(String host, boolean isCovered) {
        assertThat(certificate(PEM).orElseThrow().covers(host)).isEqualTo(isCovered);
    }

    private static Optional<CertificateFacts> certificate(String content) {
        return SecretFacts.of(secret().addToStringData("tls.crt", content).build())
                .certificate();
    }

    @ParameterizedTest
    @CsvSource({
        "Ab9-._~, PLAIN",
        "a b, LINE",
        "a@b/c:d, LINE",
        "grün, LINE",
        "'a\n', OTHER",
        "'a\tb', OTHER",
        "'a\u2028b', OTHER"
    })
    void aTextIsKnownByWhatItMayBePutInto(String text, SecretText expected) {
        var facts = SecretFacts.of(secret().addToStringData("password", text).build());

        assertThat(facts.entries()).containsOnly(Map.entry("password", expected));
    }

    @Test
    void aTextThatIsTooLongForAServerIsNotPlain() {
        assertThat(SecretText.of("a".repeat(128).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(SecretText.PLAIN);
        assertThat(SecretText.of("a".repeat(129).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(SecretText.LINE);
        assertThat(SecretText.of(new byte[] {(byte) 0xff})).isEqualTo(SecretText.OTHER);
    }

    @Test
    void anotherVersionAloneSaysNothingNew() {
        var before =
                SecretFacts.of(secret("6").addToStringData("password", "one").build());
        var after =
                SecretFacts.of(secret("7").addToStringData("password", "two").build());
        var other = SecretFacts.of(secret("8").addToStringData("word", "two").build());

        assertThat(after).isNotEqualTo(before);
        assertThat(after.saysTheSameAs(before)).isTrue();
        assertThat(other.saysTheSameAs(before)).isFalse();
    }

    private static SecretBuilder secret() {
        return secret("1");
    }

    private static SecretBuilder secret(String version) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName("users")
                .withResourceVersion(version)
                .endMetadata();
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
