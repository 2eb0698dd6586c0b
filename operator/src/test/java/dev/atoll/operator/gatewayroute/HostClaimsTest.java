// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewaydefaults.HostGrant;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.operator.meta.HostPattern;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostClaimsTest {
    private static final Map<String, List<HostGrant>> NOTHING = Map.of();

    @ParameterizedTest
    @CsvSource({
        "x.example.com,   x.example.com",
        "*.example.com,   x.example.com",
        "*.example.com,   *.b.example.com",
        "x.example.com,   *.example.com",
        "*.b.example.com, *.example.com"
    })
    void aHostBelongsToWhoeverClaimedItOrItsWildcardFirst(String first, String second) {
        var older = route("a", 1, first);
        var younger = route("b", 2, second, "other.example.org");

        assertThat(Example.claims(NOTHING, younger, older).held()).containsExactly("other.example.org");
        assertThat(Example.claims(NOTHING, younger, older).violations())
                .extracting(Violation::field)
                .containsExactly("spec.hosts[0]");
        assertThat(Example.claims(NOTHING, older, younger).held()).containsExactly(first);
    }

    @ParameterizedTest
    @CsvSource({"x.example.com, y.example.com", "*.example.com, example.com", "*.a.example.com, *.b.example.com"})
    void hostsWithNothingInCommonBotherNobody(String first, String second) {
        assertThat(Example.claims(NOTHING, route("b", 2, second), route("a", 1, first))
                        .violations())
                .isEmpty();
    }

    @Test
    void withinANamespaceHostsAreShared() {
        assertThat(Example.claims(NOTHING, route("a", 2, "x.example.com"), route("a", 1, "*.example.com"))
                        .violations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x.example.com, *.example.com, x.example.com, b, true",
        "*.example.com, x.example.com, x.example.com, b, true",
        "*.example.com, x.example.com, *.example.com, b, true",
        "*.example.com, *.b.example.com, *.b.example.com, b, true",
        "*.example.com, x.example.com, y.example.com, b, false",
        "*.example.com, x.example.com, x.example.com, c, false",
        "*.example.com, *.b.example.com, x.b.example.com, b, false"
    })
    void consentIsForWhatBothClaim(String first, String second, String granted, String to, boolean isHeld) {
        var claims = Example.claims(grant("a", granted, to), route("b", 2, second), route("a", 1, first));

        assertThat(claims.held().isEmpty()).isEqualTo(!isHeld);
    }

    @Test
    void consentOfAnybodyButTheOwnerIsWorthNothing() {
        var owner = route("a", 1, "*.example.com");
        var guest = route("b", 2, "x.example.com");
        var stranger = route("c", 3, "x.example.com");
        var grants = Map.of(
                "a", List.of(new HostGrant(List.of("x.example.com"), List.of("b"))),
                "b", List.of(new HostGrant(List.of("x.example.com"), List.of("c"))));

        assertThat(Example.claims(grants, stranger, owner, guest).held()).isEmpty();
        assertThat(Example.claims(grants, guest, owner, stranger).held()).containsExactly("x.example.com");
    }

    @Test
    void theOwnersOwnLaterClaimNeedsNoConsentOfItsGuest() {
        var owner = route("a", 1, "*.example.com");
        var guest = route("b", 2, "x.example.com");

        assertThat(Example.claims(grant("a", "x.example.com", "b"), route("a", 3, "x.example.com"), owner, guest)
                        .held())
                .containsExactly("x.example.com");
    }

    @Test
    void aWildcardNeedsTheConsentOfEveryHostBelowIt() {
        var x = route("a", 1, "x.example.com");
        var y = route("b", 2, "y.example.com");
        var wildcard = route("c", 3, "*.example.com");
        var one = Map.of("a", List.of(new HostGrant(List.of("x.example.com"), List.of("c"))));

        assertThat(Example.claims(one, wildcard, x, y).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message())
                        .isEqualTo(
                                "*.example.com includes y.example.com, which belongs to namespace b, where GatewayRoute b/r2"
                                        + " was the first to name y.example.com; name another host, or have y.example.com"
                                        + " granted to namespace c under spec.hostGrants of GatewayDefaults default of"
                                        + " namespace b"));
    }

    @Test
    void aClaimThatDoesNotCountStillComesBeforeYoungerOnes() {
        var x = route("a", 1, "x.example.com");
        var wildcard = route("b", 2, "*.example.com");
        var y = route("c", 3, "y.example.com");

        assertThat(Example.claims(NOTHING, y, x, wildcard).held()).isEmpty();
    }

    @Test
    void aHostThatAnOldRouteHasOnlyJustAddedIsTheYoungest() {
        var owner = noted("a", 5, "IngressClass/web", "x.example.com");
        var old = noted("b", 1, "IngressClass/web", "other.example.com");
        var edited = withHosts(old, "other.example.com", "x.example.com");

        assertThat(Example.claims(NOTHING, edited, owner).held()).containsExactly("other.example.com");
        assertThat(Example.claims(NOTHING, owner, edited).held()).containsExactly("x.example.com");
    }

    @Test
    void whatWasClaimedAtAnotherGatewayCountsForNothingHere() {
        var owner = noted("a", 5, "IngressClass/web", "x.example.com");
        var moved = noted("b", 1, "IngressClass/internal", "x.example.com");

        assertThat(Example.claims(NOTHING, moved, owner).held()).isEmpty();
    }

    @Test
    void whatIsStillPublishedIsStillClaimed() {
        var old = withHosts(noted("a", 1, "IngressClass/web", "x.example.com"), "y.example.com");

        assertThat(Example.claims(NOTHING, noted("b", 2, "IngressClass/web", "x.example.com"), old)
                        .held())
                .isEmpty();
    }

    /** Whatever exists besides, two namespaces never have a host at once without consent, and the oldest always has its own. */
    @Test
    void inEveryOrderOneNamespaceHasAHost() {
        var hosts = List.of("*.example.com", "x.example.com", "*.x.example.com", "a.x.example.com", "y.example.com");
        for (int i = 0; i < hosts.size() * hosts.size() * hosts.size(); i++) {
            var routes = List.of(
                    route("a", 1, hosts.get(i % 5)),
                    route("b", 2, hosts.get(i / 5 % 5)),
                    route("c", 3, hosts.get(i / 25)));
            assertThat(namespacesOf("x.example.com", routes)).hasSizeLessThanOrEqualTo(1);
            assertThat(namespacesOf("a.x.example.com", routes)).hasSizeLessThanOrEqualTo(1);
            assertThat(claims(0, routes).violations()).isEmpty();
        }
    }

    private static List<String> namespacesOf(String host, List<GatewayRoute> routes) {
        var found = new ArrayList<String>();
        for (int i = 0; i < routes.size(); i++) {
            var claims = claims(i, routes);
            boolean answers = claims.own().stream()
                    .filter(claim -> claims.held().contains(claim.claim().host()))
                    .anyMatch(claim -> claim.pattern()
                            .covers(new HostPattern(host, claim.pattern().isDeep())));
            if (answers) {
                found.add(routes.get(i).getMetadata().getNamespace());
            }
        }
        return found;
    }

    private static HostClaims claims(int index, List<GatewayRoute> routes) {
        var others = new ArrayList<>(routes);
        var route = others.remove(index);
        return Example.claims(NOTHING, route, others.toArray(GatewayRoute[]::new));
    }

    private static Map<String, List<HostGrant>> grant(String owner, String host, String guest) {
        return Map.of(owner, List.of(new HostGrant(List.of(host), List.of(guest))));
    }

    /** A route at a Gateway, where an asterisk stands for one label or more. */
    private static GatewayRoute route(String namespace, int day, String... hosts) {
        return Example.read(GatewayRoute.class, """
                metadata: {name: r%d, namespace: %s, creationTimestamp: "2026-01-0%dT00:00:00Z"}
                spec: {gateway: {name: public, namespace: gateways}, hosts: %s, rules: []}
                """.formatted(day, namespace, day, quoted(hosts)));
    }

    /** A route at an IngressClass whose status has noted a claim. */
    private static GatewayRoute noted(String namespace, int day, String gateway, String host) {
        return Example.read(GatewayRoute.class, """
                metadata: {name: r%d, namespace: %s, creationTimestamp: "2026-01-0%dT00:00:00Z"}
                spec: {className: web, hosts: [%s], rules: []}
                status: {hosts: [{host: %s, gateway: %s, since: "2026-01-0%dT00:00:00Z"}]}
                """.formatted(day, namespace, day, host, host, gateway, day));
    }

    private static GatewayRoute withHosts(GatewayRoute route, String... hosts) {
        var metadata = route.getMetadata();
        var edited = Example.read(GatewayRoute.class, """
                spec: {className: web, hosts: %s, rules: []}
                """.formatted(quoted(hosts)));
        edited.setMetadata(metadata);
        edited.setStatus(route.getStatus());
        return edited;
    }

    private static String quoted(String... hosts) {
        return Arrays.stream(hosts).map(host -> "\"" + host + "\"").toList().toString();
    }
}
