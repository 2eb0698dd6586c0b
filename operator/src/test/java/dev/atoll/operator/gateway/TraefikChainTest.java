// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.Middleware.Headers;
import dev.atoll.operator.gateway.Route.Target;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TraefikChainTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    @Test
    void aPreflightPassesNoLimitAPasswordDoesAndOnlyTheCallOfTheServiceIsRepeated() {
        var chain = chain("""
                retries: {attempts: 2}
                requestHeaderModifier: {remove: [X-Debug]}
                rateLimit: {requests: 5}
                clientIPs: {allow: [10.0.0.0/8]}
                maxBodySize: 1Ki
                maxConcurrentRequests: 7
                compression: true
                auth: {basic: {secretName: users}}
                cors: {allowOrigins: ["*"]}
                """);

        assertThat(chain)
                .extracting(middleware -> middleware.getMetadata().getName())
                .containsExactly(
                        "shop-cors",
                        "shop-addresses",
                        "shop-rate-limit",
                        "shop-auth",
                        "shop-at-once",
                        "shop-body",
                        "shop-headers",
                        "shop-compression",
                        "shop-retries");
    }

    @Test
    void everyMiddlewareDoesOneThing() {
        assertThat(yaml(chain("rateLimit: {requests: 5, burst: 3}").getFirst()))
                .contains("rateLimit:")
                .contains("average: 5")
                .contains("period: \"1s\"")
                .contains("burst: 3")
                .doesNotContain("headers:")
                .doesNotContain("null");
    }

    @Test
    void anAllowanceForEverybodyIsSharedByWhatNoClientCanWrite() {
        assertThat(yaml(chain("rateLimit: {requests: 5, by: Route}").getFirst()))
                .contains("depth: 1000000000")
                .doesNotContain("requestHeaderName");
        assertThat(spec("rateLimit: {requests: 5, by: Header, header: X-Customer}")
                        .rateLimit())
                .extracting(
                        limit -> Objects.requireNonNull(limit.sourceCriterion()).requestHeaderName())
                .isEqualTo("X-Customer");
    }

    @Test
    void limitsOfRequestsAreWrittenInTraefiksUnits() {
        assertThat(yaml(chain("maxBodySize: 10Mi").getFirst())).contains("maxRequestBodyBytes: 10485760");
        assertThat(yaml(chain("maxConcurrentRequests: 7").getFirst()))
                .contains("amount: 7")
                .contains("depth: 1000000000");
        assertThat(yaml(chain("clientIPs: {allow: [10.0.0.0/8]}").getFirst())).contains("- \"10.0.0.0/8\"");
    }

    @Test
    void whatIsNoLimitTakesNoMiddleware() {
        assertThat(chain("{maxBodySize: 0, maxConcurrentRequests: 0, compression: false, clientIPs: {}}"))
                .isEmpty();
    }

    @Test
    void theFirstTryIsCountedByTraefik() {
        var retry = Objects.requireNonNull(
                spec("retries: {attempts: 2, codes: [502, 503]}").retry());

        assertThat(retry.attempts()).isEqualTo(3);
        assertThat(retry.status()).containsExactly("502", "503");
        assertThat(retry.maxRequestBodyBytes()).isEqualTo(1048576L);
    }

    @Test
    void withoutCodesOnlyAConnectionIsTriedAgain() {
        var retry = Objects.requireNonNull(
                spec("retries: {attempts: 1, backoff: 100ms}").retry());

        assertThat(retry.status()).isEmpty();
        assertThat(retry.retryNonIdempotentMethod()).isNull();
        assertThat(retry.initialInterval()).isEqualTo("100ms");
    }

    @Test
    void anAsteriskInAnOriginStandsForLabelsAndNothingElse() {
        var headers = cors("allowOrigins: ['https://*.Example.com:8443', 'https://shop.example.com']");

        assertThat(headers.accessControlAllowOriginList()).containsExactly("https://shop.example.com");
        assertThat(headers.accessControlAllowOriginListRegex()).singleElement().satisfies(expression -> {
            var pattern = Pattern.compile(expression);
            assertThat(List.of("https://a.example.com:8443", "https://a.b.example.com:8443"))
                    .allMatch(origin -> pattern.matcher(origin).find());
            assertThat(List.of(
                            "https://example.com:8443",
                            "https://a.example.com",
                            "http://a.example.com:8443",
                            "https://a.exampleXcom:8443",
                            "https://evil.test/.example.com:8443",
                            "https://a.example.com:8443.evil.test"))
                    .noneMatch(origin -> pattern.matcher(origin).find());
        });
    }

    @Test
    void anAnswerToEveryOriginIsTheSame() {
        var headers = cors("allowOrigins: ['*', 'https://*.example.com'], maxAge: 1h30m500ms");

        assertThat(headers.accessControlAllowOriginList()).containsExactly("*");
        assertThat(headers.accessControlAllowOriginListRegex()).isEmpty();
        assertThat(headers.addVaryHeader()).isNull();
        assertThat(headers.accessControlMaxAge()).isEqualTo(5400L);
    }

    @Test
    void cookiesNeedToBeAllowed() {
        assertThat(cors("allowOrigins: ['https://a.example.com']").accessControlAllowCredentials())
                .isNull();
        assertThat(cors("allowOrigins: ['https://a.example.com'], allowCredentials: true")
                        .accessControlAllowCredentials())
                .isTrue();
    }

    @Test
    void aServiceIsAskedUnderItsAddressInTheCluster() {
        var forward = Objects.requireNonNull(
                spec("auth: {forward: {service: accounts, path: /verify, responseHeaders: [X-User]}}")
                        .forwardAuth());

        assertThat(forward.address()).isEqualTo("http://accounts.team-a.svc:8080/verify");
        assertThat(forward.authResponseHeaders()).containsExactly("X-User");
        assertThat(forward.trustForwardHeader()).isFalse();
    }

    @Test
    void whatAClientSaysAboutItsWayIsDistrustedInWriting() {
        assertThat(yaml(chain("auth: {forward: {service: accounts}}").getFirst()))
                .contains("trustForwardHeader: false")
                .doesNotContain("authResponseHeaders");
    }

    @Test
    void whoAsksIsNotBelievedWhereNobodyChecksIt() {
        var asking = treatment("auth: {forward: {service: accounts, responseHeaders: [X-User, X-Role]}}");
        var route = Routes.plain(Routes.treated("/", asking));

        var open = TraefikChain.of(route, "shop", treatment("auth: {none: {}}"), "/", Installations.WHOLE);
        var partly = TraefikChain.of(
                route,
                "shop",
                treatment("auth: {forward: {service: accounts, responseHeaders: [x-user]}}"),
                "/",
                Installations.WHOLE);

        assertThat(open)
                .singleElement()
                .satisfies(middleware -> assertThat(yaml(middleware)).contains("X-User: \"\"", "X-Role: \"\""));
        assertThat(names(partly)).containsExactly("shop-identity", "shop-auth");
        assertThat(yaml(partly.getFirst())).contains("X-Role").doesNotContain("X-User");
        assertThat(names(TraefikChain.of(route, "shop", asking, "/", Installations.WHOLE)))
                .containsExactly("shop-auth");
    }

    @Test
    void aLimitByWhatAuthenticationSaysComesAfterIt() {
        var fields = "auth: {forward: {service: accounts, responseHeaders: [X-User]}}\n"
                + "rateLimit: {requests: 5, by: Header, header: %s}";
        var treatment = treatment(fields.formatted("x-user"));
        var route = Routes.plain(Routes.treated("/", treatment));

        assertThat(names(TraefikChain.of(route, "shop", treatment, "/", Installations.WHOLE)))
                .containsExactly("shop-auth", "shop-identity-limit");
        assertThat(names(TraefikChain.of(
                        route, "shop", treatment(fields.formatted("X-Tenant")), "/", Installations.WHOLE)))
                .containsExactly("shop-rate-limit", "shop-auth");
    }

    @Test
    void thatEverybodyMayPassTakesNoMiddleware() {
        assertThat(chain("auth: {none: {}}")).isEmpty();
    }

    @Test
    void anAuthenticationThatTraefikHasNotIsNeverLeftOut() {
        assertThatThrownBy(() -> chain("auth: {apiKey: {secretName: keys}}")).isInstanceOf(IllegalStateException.class);
    }

    private static Headers cors(String fields) {
        return Objects.requireNonNull(spec("cors: {" + fields + "}").headers());
    }

    private static Middleware.Spec spec(String fields) {
        return chain(fields).getFirst().getSpec();
    }

    private static List<Middleware> chain(String fields) {
        return TraefikChain.of(Routes.plain(), "shop", treatment(fields), "/", Installations.WHOLE);
    }

    private static Treatment treatment(String fields) {
        var spec = SERIALIZATION.unmarshal("---\n" + fields, GatewayRouteSpec.class);
        return Treatment.of(spec, forward -> Optional.of(Target.inside(forward.service(), "http", 8080, 1)));
    }

    private static List<String> names(List<Middleware> chain) {
        return chain.stream()
                .map(middleware -> middleware.getMetadata().getName())
                .toList();
    }

    private static String yaml(Middleware middleware) {
        return SERIALIZATION.asYaml(middleware);
    }
}
