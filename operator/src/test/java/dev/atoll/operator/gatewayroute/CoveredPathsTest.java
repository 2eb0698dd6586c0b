// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoveredPathsTest {

    @Test
    void passwordsBelowAnOpenPathAreFound() {
        assertThat(
                        fields(
                                "rules: [{path: /, service: a}, {path: /admin, service: a, auth: {basic: {secretName: staff}}}]"))
                .containsExactly("spec.rules[1].auth.basic");
    }

    @Test
    void passwordsOfOthersAreNoBetter() {
        assertThat(fields("""
                auth: {basic: {secretName: users}},
                rules: [{path: /, service: a}, {path: /admin, service: a, auth: {basic: {secretName: staff}}}]""")).containsExactly("spec.rules[1].auth.basic");
    }

    @Test
    void theRoutesOwnFieldIsNamedWhereARuleOnlyOpens() {
        assertThat(fields("""
                auth: {basic: {secretName: users}},
                rules: [{path: /a, service: a}, {path: /a/b, service: a}, {path: /, service: a, auth: {none: {}}}]""")).containsExactly("spec.auth.basic");
    }

    @Test
    void anOpenPathBelowPasswordsTakesNothingFromThem() {
        assertThat(fields("""
                auth: {basic: {secretName: users}},
                rules: [{path: /, service: a}, {path: /health, service: a, auth: {none: {}}}]""")).isEmpty();
    }

    @Test
    void theSameUsersMayBeAskedForTwice() {
        assertThat(fields("""
                auth: {basic: {secretName: users}},
                rules: [{path: /, service: a}, {path: /admin, service: a}]""")).isEmpty();
    }

    @Test
    void anExactPathAnswersForNoOther() {
        assertThat(fields("""
                rules: [{path: /admin, pathType: Exact, service: a},
                        {path: /admin/x, service: a, auth: {basic: {secretName: staff}}}]""")).isEmpty();
    }

    private static List<String> fields(String spec) {
        var route = Example.route("shop", "className: web, hosts: [a.example.com], " + spec);
        return CoveredPaths.ofPasswords(route.getSpec());
    }
}
