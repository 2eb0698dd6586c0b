// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.Jwt;
import dev.atoll.api.v1alpha1.gatewayroute.RequiredClaim;
import dev.atoll.operator.gateway.SecurityPolicy.Authorization;
import dev.atoll.operator.gateway.SecurityPolicy.AuthorizationRule;
import dev.atoll.operator.gateway.SecurityPolicy.Claim;
import dev.atoll.operator.gateway.SecurityPolicy.Principal;
import dev.atoll.operator.gateway.SecurityPolicy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where clients may call, and what their tokens must say, as the authorization of a SecurityPolicy. Envoy takes the
 * first rule that is for a request, so whom it keeps out comes first; a rule that lets pass asks for everything at once.
 */
final class EnvoyAuthorization {
    private static final String ALLOW = "Allow";
    private static final String DENY = "Deny";

    /** A claim of the token is this text, or has it in its list. A rule looks for one of the two. */
    private static final List<String> TYPES = List.of("String", "StringArray");

    /** What Envoy Gateway makes a list of, by the spaces in it. */
    private static final Set<String> LISTS_OF_WORDS = Set.of("scope", "scp");

    private EnvoyAuthorization() {}

    /** Empty where everybody may call. */
    static Optional<Authorization> of(Treatment treatment) {
        var addresses = treatment.clientIPs();
        var claims = claims(treatment);
        return addresses.isEmpty() && claims.isEmpty()
                ? Optional.empty()
                : Optional.of(of(addresses.orElse(new ClientIPs(List.of(), List.of())), claims));
    }

    /** What tokens must say. */
    static List<RequiredClaim> claims(Treatment treatment) {
        return treatment
                .authentication()
                .flatMap(given -> Optional.ofNullable(given.auth().jwt()))
                .map(Jwt::requiredClaims)
                .orElse(List.of());
    }

    private static Authorization of(ClientIPs addresses, List<RequiredClaim> claims) {
        var denied = Stream.of(addresses.deny())
                .filter(ranges -> !ranges.isEmpty())
                .map(ranges -> new AuthorizationRule(DENY, new Principal(written(ranges), null)));
        boolean isOpen = addresses.allow().isEmpty() && claims.isEmpty();
        var allowed = isOpen
                ? Stream.<AuthorizationRule>empty()
                : tokens(claims).stream()
                        .map(token -> new AuthorizationRule(
                                ALLOW, new Principal(written(addresses.allow()), token.orElse(null))));
        return new Authorization(Stream.concat(denied, allowed).toList(), isOpen ? ALLOW : DENY);
    }

    /** The tokens that pass: one for each way in which the claims can be written; no token where none is asked for. */
    private static List<Optional<Token>> tokens(List<RequiredClaim> claims) {
        var ways = List.of(List.<Claim>of());
        for (var claim : claims) {
            ways = ways.stream()
                    .flatMap(way -> types(claim).map(type -> with(way, new Claim(claim.name(), type, claim.values()))))
                    .toList();
        }
        return ways.stream()
                .map(way -> Optional.of(way).filter(asked -> !asked.isEmpty()).map(Token::of))
                .toList();
    }

    private static Stream<String> types(RequiredClaim claim) {
        return LISTS_OF_WORDS.contains(claim.name()) ? Stream.of("StringArray") : TYPES.stream();
    }

    private static List<Claim> with(List<Claim> way, Claim claim) {
        var longer = new ArrayList<>(way);
        longer.add(claim);
        return longer;
    }

    private static @Nullable List<String> written(List<String> addresses) {
        return addresses.isEmpty()
                ? null
                : addresses.stream().map(AddressRange::written).toList();
    }
}
