// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a server's certificate shows to every client.
 *
 * @param from when it begins to be valid
 * @param until when it expires
 * @param names the DNS names that it is for, in lower case; a leading {@code *.} stands for one label
 */
public record CertificateFacts(Instant from, Instant until, Set<String> names) {
    /** The type of a DNS name among the alternative names (RFC 5280, section 4.2.1.6). */
    private static final int DNS_NAME = 2;

    public CertificateFacts {
        names = Set.copyOf(names);
    }

    /** Those of the first certificate in PEM, which is the server's own; empty where there is none to be read. */
    static Optional<CertificateFacts> read(byte[] pem) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .findFirst()
                    .map(CertificateFacts::of);
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Whether clients take it for a host; of a wildcard host, whether for everything that the host stands for. */
    public boolean covers(String host) {
        int dot = host.indexOf('.');
        return names.contains(host) || (!host.startsWith("*.") && dot > 0 && names.contains("*" + host.substring(dot)));
    }

    private static CertificateFacts of(X509Certificate certificate) {
        return new CertificateFacts(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                names(certificate));
    }

    /** Not the common name: clients have not looked at it for years (RFC 9525, section 2). */
    private static Set<String> names(X509Certificate certificate) {
        try {
            return Objects.<Collection<List<?>>>requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of())
                    .stream()
                    .filter(name -> Integer.valueOf(DNS_NAME).equals(name.getFirst()))
                    .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (CertificateException e) {
            return Set.of();
        }
    }
}
