// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

/** What a route can ask of its gateway beyond hosts, paths by prefix or as a whole, and one service a rule. */
public enum Feature {
    RULES_DIFFER(
            "rules[] that differ in auth, rateLimit, cors, retries or header modifiers",
            "treat the paths of a host differently"),
    PATH_REGEX("rules[].pathType: RegularExpression", "compare paths with regular expressions"),
    METHODS("rules[].methods", "match requests by their method"),
    HEADERS("rules[].headers", "match requests by their headers"),
    QUERY_PARAMS("rules[].queryParams", "match requests by their query parameters"),
    GRPC("rules[].grpc, and ports with protocol GRPC", "route gRPC calls"),
    PROTOCOL_MIX("rules[] for HTTP and for gRPC", "serve HTTP and gRPC under the same host"),
    WEIGHTS("rules[].backends", "share requests among services by weight"),
    BACKEND_TLS("rules[].backendTLS", "ask a service by TLS, and check its certificate"),
    GRPC_BACKEND_TLS("rules[].backendTLS of gRPC calls", "make gRPC calls by TLS, and check the certificate"),
    EXTERNAL("rules[].external", "send requests to a server outside of the cluster"),
    MIRROR("rules[].mirror", "copy requests to another service"),
    MIRROR_PERCENT("rules[].mirror.percent", "copy some of the requests"),
    GRPC_MIRROR("rules[].mirror of gRPC calls", "copy gRPC calls to another service"),
    TLS_SECRET("tls.secretName", "take the certificate from a route"),
    TLS_ISSUER("tls.issuer", "serve a certificate that cert-manager makes for a route"),
    TLS_REDIRECT("tls.redirect: true", "redirect plain HTTP to HTTPS"),
    TLS_PLAIN("tls.redirect: false", "answer plain HTTP beside HTTPS"),
    TLS_MIN_VERSION("tls.minVersion", "refuse clients that speak an older version of TLS"),
    TLS_CLIENT_CERTIFICATES("tls.clientCertificates", "let in only clients that show a certificate"),
    AUTH_JWT("auth.jwt", "check signed tokens (JWT)"),
    AUTH_JWT_CLAIMS("auth.jwt.requiredClaims", "let pass by what a token says"),
    AUTH_OIDC("auth.oidc", "send browsers to a login (OpenID Connect)"),
    AUTH_OIDC_DISCOVERY("auth.oidc without tokenFrom", "find out from an issuer where its login is"),
    AUTH_OIDC_SEVERAL("auth.oidc of several rules", "keep one login for several rules"),
    AUTH_BASIC("auth.basic", "check user names and passwords"),
    AUTH_BASIC_REALM("auth.basic.realm", "name what it asks a password for"),
    AUTH_BASIC_COVERED(
            "auth.basic of a path below one that asks otherwise", "keep a path shut while it cannot read its users"),
    AUTH_API_KEY("auth.apiKey", "check API keys"),
    AUTH_FORWARD("auth.forward", "ask a service who may pass"),
    AUTH_FORWARD_BESIDE_QUERY(
            "auth.forward.responseHeaders beside rules[].queryParams",
            "keep a client's own headers away beside rules that match the query"),
    RATE_LIMIT("rateLimit", "limit how many requests come"),
    CLIENT_IPS_ALLOW("clientIPs.allow", "let pass who calls from some addresses"),
    CLIENT_IPS_DENY("clientIPs.deny", "keep out who calls from some addresses"),
    MAX_CONCURRENT("maxConcurrentRequests", "limit how many requests a service gets at the same time"),
    MAX_BODY("maxBodySize", "limit the size of requests"),
    COMPRESSION("compression", "compress answers"),
    RATE_LIMIT_CLAIM("rateLimit.by: Claim", "count requests by what their token says"),
    RATE_LIMIT_PERIOD("rateLimit.per other than 1s, 1m, 1h and 24h", "count requests in a period of any length"),
    RATE_LIMIT_SMALL_BURST(
            "rateLimit.burst below rateLimit.requests", "let fewer requests come at once than in a period"),
    RATE_LIMIT_SHARED("rateLimit.scope: Shared", "count requests for all of its replicas together"),
    CORS("cors", "answer for web pages of other origins (CORS)"),
    TIMEOUT("timeout", "limit the time of an answer"),
    GRPC_TIMEOUT("timeout of gRPC calls", "limit the time of a gRPC call"),
    RETRIES("retries", "repeat failed requests"),
    RETRY_TIMEOUT("retries.perTryTimeout", "limit the time of each try"),
    BREAKER_PERCENT("circuitBreaker.errorPercent", "leave a service alone when many of its answers are failures"),
    BREAKER_CONSECUTIVE("circuitBreaker.consecutiveErrors", "leave a service alone after failures in a row"),
    GRPC_BREAKER("circuitBreaker of gRPC calls", "leave a service alone when gRPC calls fail"),
    SESSION_AFFINITY("rules[].sessionAffinity", "send all requests of a client to the same pod"),
    REQUEST_HEADERS("requestHeaderModifier", "change the headers of requests"),
    RESPONSE_HEADERS("responseHeaderModifier", "change the headers of responses"),
    SECURITY_HEADERS("securityHeaders", "set the headers by which browsers protect pages"),
    GRPC_RESPONSE_HEADERS("responseHeaderModifier of gRPC calls", "change the headers of the answers to gRPC calls"),
    HEADER_ADD("requestHeaderModifier.add, responseHeaderModifier.add", "give a header one more value"),
    REDIRECT("rules[].redirect", "send clients elsewhere"),
    REDIRECT_ALONE(
            "rules[].redirect where no rule has a service", "send clients elsewhere where no rule has a service"),
    REDIRECT_SCHEME("rules[].redirect.scheme", "send clients to another scheme"),
    REDIRECT_PORT("rules[].redirect.port", "send clients to another port"),
    REDIRECT_PATH("rules[].redirect.path", "send clients to another path"),
    REDIRECT_303("rules[].redirect.statusCode: 303", "send clients elsewhere with the status 303"),
    REDIRECT_307("rules[].redirect.statusCode: 307", "send clients elsewhere with the status 307"),
    REDIRECT_308("rules[].redirect.statusCode: 308", "send clients elsewhere with the status 308"),
    REWRITE_HOST("rules[].rewrite.hostname", "ask a service under another host"),
    REWRITE_PATH("rules[].rewrite.path", "ask a service for another path");

    private final String field;
    private final String text;

    Feature(String field, String text) {
        this.field = field;
        this.text = text;
    }

    /** The field of the spec that asks for it, for people. */
    public String field() {
        return field;
    }

    /** What the gateway would have to do, as the end of a sentence. */
    public String text() {
        return text;
    }
}
