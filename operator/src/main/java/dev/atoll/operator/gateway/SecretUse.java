// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

/** What a route names a Secret for. */
public enum SecretUse {
    CERTIFICATE("a certificate and its private key, as kubectl create secret tls writes them"),
    CLIENT_AUTHORITIES("the certificates of the authorities of clients under the key ca.crt, in PEM format"),
    USERS("the users in htpasswd format under the key .htpasswd"),
    API_KEYS("an entry for each client"),
    CLIENT_SECRET("the client's secret under the key client-secret");

    private final String content;

    SecretUse(String content) {
        this.content = content;
    }

    /** What the Secret has to hold, as the end of a sentence. */
    public String content() {
        return content;
    }
}
