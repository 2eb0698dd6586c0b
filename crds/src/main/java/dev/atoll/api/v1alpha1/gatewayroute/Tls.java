// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Encryption between client and gateway. */
@ValidationRule(
        value = "has(self.secretName) != has(self.issuer)",
        message = "needs exactly one of secretName and issuer; keep one")
@ValidationRule(
        value = "!has(self.clientCertificates) || !has(self.redirect) || self.redirect",
        fieldPath = ".redirect",
        message = "plain HTTP shows no client certificate; remove redirect: false or clientCertificates")
public record Tls(
        @JsonPropertyDescription("Secret of type kubernetes.io/tls with the certificate for all hosts.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        @Nullable
        String secretName,

        @JsonPropertyDescription("cert-manager issuer that makes the certificate.") @Nullable
        Issuer issuer,

        @JsonPropertyDescription(
                "Whether plain HTTP is redirected to HTTPS: true, it must be; false, it is answered as "
                        + "HTTPS is. Left out: it is redirected where the gateway's controller can be told to, and treated as "
                        + "the controller does by itself elsewhere.")
        @Nullable
        Boolean redirect,

        @JsonPropertyDescription(
                "Oldest version of TLS that clients may speak: VersionTLS12 or VersionTLS13. Left out: the gateway's own.")
        @Nullable
        TlsVersion minVersion,

        @JsonPropertyDescription(
                "Lets in only clients that show a certificate of their own. Left out: none is asked for.")
        @Nullable
        ClientCertificates clientCertificates) {}
