// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraefikIngressDialectTest {
    private static final String TRAEFIK = "traefik.ingress.kubernetes.io/";

    private final TraefikIngressDialect dialect = new TraefikIngressDialect("traefik", Installations.WHOLE);
    private final TraefikIngressDialect withoutCrds = new TraefikIngressDialect("traefik", TraefikInstallation.BARE);

    @Test
    void aRedirectNeedsTraefiksOwnApi() {
        assertThat(dialect.refusal(Feature.TLS_REDIRECT)).isEmpty();
        assertThat(withoutCrds.refusal(Feature.TLS_REDIRECT))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ApiNotInstalled));
    }

    @Test
    void withoutItsApiPlainHttpIsNotAnsweredAndTheReaderIsTold() {
        var route = Routes.encrypted(null, Routes.prefix("/"));

        assertThat(names(withoutCrds.objects(route))).containsExactly("Ingress shop");
        assertThat(withoutCrds.remarks(route)).singleElement().asString().contains("plain HTTP is not answered");
        assertThat(dialect.remarks(route)).isEmpty();
    }

    @Test
    void aRedirectTakesATwinThatGoesThroughAMiddleware() {
        var objects = dialect.objects(Routes.encrypted(true, Routes.prefix("/")));

        // What answers plain HTTP comes first: a route that becomes encrypted is never without it.
        assertThat(names(objects)).containsExactly("Middleware shop-redirect", "Ingress shop-http", "Ingress shop");
        assertThat(annotations(objects.get(2))).isEqualTo(Map.of(TRAEFIK + "router.tls", "true"));
        assertThat(annotations(objects.get(1)))
                .isEqualTo(Map.of(TRAEFIK + "router.middlewares", "team-a-shop-redirect@kubernetescrd"));
    }

    @Test
    void exactPathsStandAboveEveryPrefix() {
        var objects = dialect.objects(Routes.plain(Routes.exact("/login"), Routes.prefix("/")));

        assertThat(names(objects)).containsExactly("Ingress shop-exact", "Ingress shop");
        assertThat(annotations(objects.get(0))).isEqualTo(Map.of(TRAEFIK + "router.priority", "10000"));
        assertThat(annotations(objects.get(1))).isEmpty();
    }

    @Test
    void aPrefixEndsAtASlashOrWithThePath() {
        var objects = dialect.objects(Routes.plain(Routes.prefix("/v1.0/"), Routes.prefix("/")));

        var paths = ((Ingress) objects.getFirst())
                .getSpec()
                .getRules()
                .getFirst()
                .getHttp()
                .getPaths();
        assertThat(paths)
                .extracting(HTTPIngressPath::getPathType, HTTPIngressPath::getPath)
                .containsExactly(
                        tuple("Prefix", "/v1.0/"),
                        tuple("ImplementationSpecific", "/{0}^/v1\\.0$"),
                        tuple("Prefix", "/"));
        assertThat(annotations(objects.getFirst())).isEqualTo(Map.of(TRAEFIK + "router.pathmatcher", "PathRegexp"));
    }

    @Test
    void aRouteWithoutRulesBecomesNothing() {
        assertThat(dialect.objects(Routes.encrypted(true))).isEmpty();
        assertThat(new PlainIngressDialect("nginx", "k8s.io/ingress-nginx").objects(Routes.plain()))
                .isEmpty();
    }

    @Test
    void besideAProtectedPathNoneIsReachedWhereTraefikTakesNoMiddlewares() {
        var objects = dialect.objects(Routes.plain(Routes.treated("/admin", users("staff")), Routes.prefix("/")));

        assertThat(names(objects)).contains("Middleware shop-open");
        assertThat(objects)
                .filteredOn(Ingress.class::isInstance)
                .hasSize(2)
                .allSatisfy(ingress -> assertThat(annotations(ingress)).containsKey(TRAEFIK + "router.middlewares"));
    }

    @Test
    void everyMiddlewareComesBeforeEveryIngress() {
        var objects = dialect.objects(Routes.plain(Routes.treated("/admin", users("staff")), Routes.prefix("/")));

        assertThat(objects)
                .extracting(HasMetadata::getKind)
                .containsExactly("Middleware", "Middleware", "Ingress", "Ingress");
    }

    @Test
    void theReaderIsToldWhoReadsTheUsers() {
        var route = Routes.plain(Routes.treated("/", users("staff")), Routes.treated("/a", users("staff")));

        assertThat(dialect.remarks(route)).singleElement().asString().contains("Secret staff");
    }

    @Test
    void whatIsNotInTheOpenSourceEditionIsLeftToAService() {
        assertThat(dialect.refusal(Feature.AUTH_JWT))
                .hasValueSatisfying(refusal -> assertThat(refusal.message())
                        .contains("open-source edition")
                        .contains("auth.forward"));
    }

    private static Treatment users(String secret) {
        var spec = new KubernetesSerialization()
                .unmarshal("auth: {basic: {secretName: %s}}".formatted(secret), GatewayRouteSpec.class);
        return Treatment.of(spec, backend -> Optional.empty());
    }

    private static List<String> names(List<HasMetadata> objects) {
        return objects.stream()
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .toList();
    }

    private static Map<String, String> annotations(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    }
}
