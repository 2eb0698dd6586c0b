// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * A single GET request over a connection of its own, on terms of TLS that the caller chooses.
 *
 * @param host whom the gateway is asked for, before and after the connection is encrypted
 * @param version the only one that the caller speaks, such as TLSv1.3
 * @param identity the Secret with the certificate that the caller shows if it is asked for one
 */
record TlsCall(URI gateway, String host, String path, String version, Optional<Secret> identity) {
    private static final int LIMIT_MILLIS = 30_000;
    private static final char[] NO_PASSWORD = {};

    /** What comes of it: the answer as it was sent, or why there is none. */
    sealed interface Outcome {
        record Answered(String text) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    /** Calls. Only what goes wrong with TLS is a refusal; a gateway that does not listen is an error. */
    Outcome send() {
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), LIMIT_MILLIS);
            plain.setSoTimeout(LIMIT_MILLIS);
            try (var socket = (SSLSocket)
                    context().getSocketFactory().createSocket(plain, gateway.getHost(), gateway.getPort(), true)) {
                return new Outcome.Answered(talk(socket));
            }
        } catch (SSLException e) {
            return new Outcome.Refused(e.toString());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(this + " failed", e);
        }
    }

    private String talk(SSLSocket socket) throws IOException {
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setProtocols(new String[] {version});
        socket.setSSLParameters(parameters);
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                        .formatted(path, host)
                        .getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(keys(), new TrustManager[] {new TrustingEverybody()}, null);
        return context;
    }

    private KeyManager[] keys() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, NO_PASSWORD);
        if (identity.isPresent()) {
            Map<String, String> files = identity.get().getStringData();
            byte[] key = Base64.getMimeDecoder()
                    .decode(Objects.requireNonNull(files.get("tls.key")).replaceAll("-----.*?-----", ""));
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            Objects.requireNonNull(files.get("tls.crt")).getBytes(StandardCharsets.US_ASCII)));
            store.setKeyEntry(
                    "identity",
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)),
                    NO_PASSWORD,
                    new Certificate[] {certificate});
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }
}
