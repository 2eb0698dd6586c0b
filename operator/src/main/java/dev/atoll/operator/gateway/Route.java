// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.BackendTls;
import dev.atoll.api.v1alpha1.gatewayroute.External;
import dev.atoll.api.v1alpha1.gatewayroute.GrpcMatch;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderMatch;
import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.QueryParamMatch;
import dev.atoll.api.v1alpha1.gatewayroute.Tls;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Names;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway is told: every reference resolved, every default filled in.
 *
 * @param identity name, namespace and owner
 * @param hosts DNS names, as the spec lists them
 * @param tls encryption between client and gateway; empty for none
 * @param common what is done with requests where a rule says nothing else
 * @param rules the rules that are to be published, in the order of the spec
 */
public record Route(Identity identity, List<String> hosts, Optional<Tls> tls, Treatment common, List<RouteRule> rules) {
    public Route {
        hosts = List.copyOf(hosts);
        rules = List.copyOf(rules);
    }

    /** The Secret with the certificate: the one that the spec names, or the one that cert-manager makes. */
    public Optional<String> tlsSecret() {
        return tls.map(given -> Objects.requireNonNullElseGet(given.secretName(), () -> Names.tlsSecret(name())));
    }

    /**
     * The headers by which services are told who asks, in any upper and lower case. Wherever nobody has checked them, a
     * client could write them itself.
     */
    Set<String> identityHeaders() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.concat(Stream.of(common), rules.stream().map(RouteRule::treatment))
                .flatMap(treatment -> treatment.authentication().stream())
                .forEach(given -> names.addAll(given.responseHeaders()));
        return names;
    }

    /** The same with other rules. */
    Route withRules(List<RouteRule> others) {
        return new Route(identity, hosts, tls, common, others);
    }

    /** The servers outside that it leads to, each once. */
    Stream<Target> outside() {
        return rules.stream()
                .flatMap(rule -> rule.targets().stream())
                .filter(target -> target.outside().isPresent())
                .distinct();
    }

    /** The route's name, from which those of its objects derive. */
    public String name() {
        return identity.name();
    }

    /**
     * Which requests go where.
     *
     * @param path never empty
     * @param methods empty for all
     * @param headers all of which a request must have
     * @param queryParams all of which a request must have
     * @param isGrpc whether the targets speak gRPC
     * @param grpc the gRPC calls that it is for; null for all of them, and for HTTP
     * @param targets empty where clients are sent elsewhere, and where none of the services is there
     * @param backendTls how the targets are asked by TLS; empty for plain HTTP, or what other rules say of their ports
     * @param mirror who gets copies
     * @param timeout time for the whole answer; null for the gateway's own
     * @param treatment what is done with the requests on their way
     */
    public record RouteRule(
            String path,
            PathType pathType,
            List<HttpMethod> methods,
            List<HeaderMatch> headers,
            List<QueryParamMatch> queryParams,
            boolean isGrpc,
            @Nullable GrpcMatch grpc,
            List<Target> targets,
            Optional<BackendTls> backendTls,
            Optional<Mirror> mirror,
            @Nullable String timeout,
            Treatment treatment) {
        public RouteRule {
            methods = List.copyOf(methods);
            headers = List.copyOf(headers);
            queryParams = List.copyOf(queryParams);
            targets = List.copyOf(targets);
        }

        /** The same for one method. */
        RouteRule withMethod(HttpMethod method) {
            return withMethods(List.of(method));
        }

        /** The same for some methods. */
        RouteRule withMethods(List<HttpMethod> some) {
            return new RouteRule(
                    path,
                    pathType,
                    some,
                    headers,
                    queryParams,
                    isGrpc,
                    grpc,
                    targets,
                    backendTls,
                    mirror,
                    timeout,
                    treatment);
        }

        /** The same with others that answer. */
        RouteRule withTargets(List<Target> others) {
            return new RouteRule(
                    path,
                    pathType,
                    methods,
                    headers,
                    queryParams,
                    isGrpc,
                    grpc,
                    others,
                    backendTls,
                    mirror,
                    timeout,
                    treatment);
        }

        /** The requests that it is for, as a text that is the same wherever the rule stands in the list. */
        String requests() {
            return Stream.of(isGrpc ? "gRPC " + grpc : pathType + " " + path, methods, headers, queryParams)
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }

        /**
         * Whether its requests get an error: whom they should go to is not there. Without the rule they would go to that
         * of a shorter path, with what is asked of them there.
         */
        boolean isClosed() {
            return onlyTarget().isEmpty() && treatment.filters().redirect().isEmpty();
        }

        /** The one target of a gateway that knows no weights: the only one that gets requests at all. */
        Optional<Target> onlyTarget() {
            return targets.stream().filter(target -> target.weight() > 0).findFirst();
        }
    }

    /**
     * Copies of requests.
     *
     * @param target who gets them
     * @param percent how many of a hundred
     */
    public record Mirror(Target target, int percent) {
        /** Every request is copied. */
        public static final int ALL = 100;
    }

    /**
     * A port of a Service, or of a server outside that the gateway is told of by an object instead of one.
     *
     * @param service name of the Service, or of that object
     * @param portName name of the port
     * @param portNumber the port of the Service
     * @param weight share of the requests in proportion to all weights of the rule
     * @param outside the server outside; empty for a Service of the cluster
     */
    public record Target(String service, String portName, int portNumber, int weight, Optional<External> outside) {

        /** A port of a Service of the cluster. */
        public static Target inside(String service, String portName, int portNumber, int weight) {
            return new Target(service, portName, portNumber, weight, Optional.empty());
        }

        /**
         * A server outside, which gets all requests of a rule.
         *
         * @param route the name of the route
         */
        public static Target outside(String route, External server) {
            int port = Objects.requireNonNullElse(server.port(), server.scheme().equals("https") ? 443 : 80);
            var authority = server.caCertificate() == null
                    ? ""
                    : " " + server.caCertificate().configMapName();
            var url = "%s://%s:%d".formatted(server.scheme(), server.hostname(), port);
            return new Target(Names.outside(route, url + authority), server.scheme(), port, 1, Optional.of(server));
        }

        /** The same port, which the gateway knows of and sends nothing to. */
        Target withoutRequests() {
            return new Target(service, portName, portNumber, 0, outside);
        }
    }
}
