// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.operator.gateway.SecurityPolicy.Authorization;
import dev.atoll.operator.gateway.SecurityPolicy.AuthorizationRule;
import dev.atoll.operator.gateway.SecurityPolicy.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From where clients may call, as the authorization of a SecurityPolicy. Envoy takes the first rule that is for a request,
 * so whom it keeps out comes first.
 */
final class EnvoyAuthorization {
    private static final String ALLOW = "Allow";
    private static final String DENY = "Deny";

    private EnvoyAuthorization() {}

    /** Empty where everybody may call. */
    static Optional<Authorization> of(Treatment treatment) {
        return treatment.clientIPs().map(EnvoyAuthorization::of);
    }

    private static Authorization of(ClientIPs given) {
        var rules = Stream.of(rule(DENY, given.deny()), rule(ALLOW, given.allow()))
                .flatMap(Optional::stream)
                .toList();
        return new Authorization(rules, given.allow().isEmpty() ? ALLOW : DENY);
    }

    private static Optional<AuthorizationRule> rule(String action, List<String> addresses) {
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(new AuthorizationRule(
                        action,
                        new Principal(
                                addresses.stream().map(AddressRange::written).toList())));
    }
}
