// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Basic;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.RouteIngress.Variant;
import dev.atoll.operator.gateway.TraefikHosts.Part;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Traefik, by Ingresses and its own Middlewares (read in Traefik 3.7).
 *
 * <p>An Ingress's {@code spec.tls} only brings Traefik the certificate. That the paths are answered by HTTPS is said by
 * {@code router.tls}, and they are then no longer answered by plain HTTP; so plain HTTP, redirected or not, takes a twin
 * of the Ingress. The twin has the same paths, since an entry point may add TLS to it by itself.
 *
 * <p>Of two rules that match, Traefik takes the one whose text is longer. An exact path is the shorter text, and would
 * lose against a prefix: exact paths stand in an Ingress of their own with a priority above every length. So do wildcards,
 * with priorities below every length.
 *
 * <p>Terms of TLS are those of a host. They need an Ingress that is answered by HTTPS alone, since a twin that an entry point
 * adds TLS to would ask for other terms under the same host.
 *
 * @param className the IngressClass
 * @param traefik what is known of it besides
 */
public record TraefikIngressDialect(String className, TraefikInstallation traefik) implements GatewayDialect {
    /** How an IngressClass names Traefik. */
    public static final String CONTROLLER = "traefik.io/ingress-controller";

    private static final String ANNOTATION = "traefik.ingress.kubernetes.io/";

    @Override
    public String controller() {
        return CONTROLLER;
    }

    @Override
    public Optional<Refusal> refusal(Feature feature) {
        return TraefikFeatures.refusal(feature, CONTROLLER, traefik);
    }

    @Override
    public Optional<String> difference(Feature feature) {
        return TraefikDifferences.of(feature);
    }

    @Override
    public Optional<String> misfit(SecretUse use, SecretFacts secret) {
        return SecretFit.ofTraefik(use, secret);
    }

    @Override
    public Optional<String> withoutSecret(SecretUse use) {
        return Optional.of(
                switch (use) {
                    case CERTIFICATE -> "Traefik shows clients its own certificate";
                    case CLIENT_AUTHORITIES -> "nobody gets a connection";
                    default -> "Traefik answers none of these paths";
                });
    }

    @Override
    public Optional<String> soleness(GatewayRouteSpec one, GatewayRouteSpec other) {
        return TraefikTls.sole(one, other);
    }

    @Override
    public List<Violation> violations(GatewayRouteSpec spec) {
        return Stream.of(
                        TraefikAddresses.violations(spec).stream(),
                        TraefikTls.violations(spec),
                        traefik.externalHosts().violations(spec))
                .flatMap(violations -> violations)
                .toList();
    }

    @Override
    public List<HasMetadata> objects(Route route) {
        var groups = TraefikIngresses.of(route, traefik);
        var option = groups.isEmpty() ? Stream.<TlsOption>empty() : TraefikTls.option(route).stream();
        var redirect = isRedirected(route) && !groups.isEmpty()
                ? Stream.of(TraefikChain.redirect(route))
                : Stream.<Middleware>empty();
        var middlewares = Stream.concat(redirect, groups.stream().flatMap(group -> group.chain().stream()))
                .distinct();
        var ingresses = groups.stream()
                .flatMap(group -> TraefikHosts.of(route, group))
                .flatMap(part ->
                        variants(route, part).map(variant -> RouteIngress.of(route, className, variant, part.hosts())));
        // What an Ingress refers to comes before it.
        return Stream.<Stream<? extends HasMetadata>>of(TraefikOutside.of(route), option, middlewares, ingresses)
                .<HasMetadata>flatMap(objects -> objects)
                .toList();
    }

    @Override
    public List<String> remarks(Route route) {
        return Stream.of(unanswered(route), TraefikTls.remark(route).stream(), unseenSecrets(route))
                .flatMap(remarks -> remarks)
                .toList();
    }

    private Stream<String> unanswered(Route route) {
        if (route.tls().isEmpty() || isPlainAnswered(route)) {
            return Stream.empty();
        }
        return Stream.of(
                route.tls().flatMap(TlsTerms::of).isPresent()
                        ? "plain HTTP is not answered, for what redirects it could be reached by HTTPS on other terms"
                        : "plain HTTP is not answered, for redirecting it needs Traefik's CRDs (traefik.io/v1alpha1)");
    }

    /** What only Traefik sees. */
    static Stream<String> unseenSecrets(Route route) {
        return secrets(route).map("""
                only Traefik sees whether the users in Secret %s are written as it reads them; while not, it answers none of these paths\
                """::formatted);
    }

    /** The Secrets with the users that may pass. */
    private static Stream<String> secrets(Route route) {
        return route.rules().stream()
                .flatMap(rule -> rule.treatment().authentication().stream())
                .flatMap(given -> given.basic().stream())
                .map(Basic::secretName)
                .distinct();
    }

    /**
     * The Ingress of a part, and before it its twin for plain HTTP where that is answered otherwise: a route that becomes
     * encrypted then goes on answering plain HTTP in between. Both have the whole chain.
     */
    private Stream<Variant> variants(Route route, Part part) {
        var group = part.group();
        var paths = group.rules().stream().flatMap(TraefikPaths::of).toList();
        var common = new LinkedHashMap<String, String>();
        if (TraefikPaths.hasExpressions(paths)) {
            common.put(ANNOTATION + TraefikPaths.MATCHER, TraefikPaths.REGULAR_EXPRESSION);
        }
        part.priority().ifPresent(priority -> common.put(ANNOTATION + "router.priority", String.valueOf(priority)));
        var encrypted = new LinkedHashMap<>(common);
        put(encrypted, route, group.chain());
        if (route.tls().isEmpty()) {
            return Stream.of(new Variant(part.name(), encrypted, false, paths));
        }
        encrypted.put(ANNOTATION + "router.tls", "true");
        TraefikTls.option(route)
                .ifPresent(option -> encrypted.put(ANNOTATION + "router.tls.options", TraefikTls.reference(option)));
        if (part.name().equals(route.name())) {
            // One certificate, so one Ingress asks for it.
            encrypted.putAll(PlainIngressDialect.issuer(route));
        }
        var main = new Variant(part.name(), encrypted, true, paths);
        if (!isPlainAnswered(route)) {
            return Stream.of(main);
        }
        var redirect = isRedirected(route) ? Stream.of(TraefikChain.redirect(route)) : Stream.<Middleware>empty();
        put(common, route, Stream.concat(redirect, group.chain().stream()).toList());
        return Stream.of(new Variant(Names.plainHttp(part.name()), common, false, paths), main);
    }

    private static void put(Map<String, String> annotations, Route route, List<Middleware> chain) {
        if (!chain.isEmpty()) {
            annotations.put(
                    ANNOTATION + "router.middlewares",
                    chain.stream()
                            .map(middleware ->
                                    reference(route, middleware.getMetadata().getName()))
                            .collect(Collectors.joining(",")));
        }
    }

    private boolean isRedirected(Route route) {
        return traefik.hasCrds()
                && route.tls()
                        .filter(tls -> TlsTerms.of(tls).isEmpty())
                        .filter(tls -> !Boolean.FALSE.equals(tls.redirect()))
                        .isPresent();
    }

    private boolean isPlainAnswered(Route route) {
        return isRedirected(route)
                || route.tls()
                        .filter(tls -> Boolean.FALSE.equals(tls.redirect()))
                        .isPresent();
    }

    /**
     * Traefik's name for a Middleware of a namespace: what is neither letter nor digit becomes one dash. With its option
     * {@code safeNaming} (3.7.11, off by default) the name would be another one, and Traefik would leave out what refers
     * to it, which is not published without its protection then.
     */
    private static String reference(Route route, String middleware) {
        var name = route.identity().namespace() + "-" + middleware;
        return name.replaceAll("[^a-zA-Z0-9]+", "-") + "@kubernetescrd";
    }
}
