// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

/** What a route can ask of its gateway beyond hosts, paths by prefix or as a whole, and one service a rule. */
public enum Feature {
    PATH_REGEX("compare paths with regular expressions"),
    METHODS("match requests by their method"),
    HEADERS("match requests by their headers"),
    GRPC("route gRPC calls"),
    PROTOCOL_MIX("serve HTTP and gRPC under the same host"),
    WEIGHTS("share requests among services by weight"),
    TLS_SECRET("take the certificate from a route"),
    TLS_ISSUER("serve a certificate that cert-manager makes for a route"),
    TLS_REDIRECT("redirect plain HTTP to HTTPS"),
    TLS_PLAIN("answer plain HTTP beside HTTPS"),
    AUTH_JWT("check signed tokens (JWT)"),
    AUTH_OIDC("send browsers to a login (OpenID Connect)"),
    AUTH_BASIC("check user names and passwords"),
    AUTH_API_KEY("check API keys"),
    AUTH_FORWARD("ask a service who may pass"),
    RATE_LIMIT("limit how many requests come"),
    CORS("answer for web pages of other origins (CORS)"),
    TIMEOUT("limit the time of an answer"),
    GRPC_TIMEOUT("limit the time of a gRPC call"),
    RETRIES("repeat failed requests");

    private final String text;

    Feature(String text) {
        this.text = text;
    }

    /** What the gateway would have to do, as the end of a sentence. */
    public String text() {
        return text;
    }
}
