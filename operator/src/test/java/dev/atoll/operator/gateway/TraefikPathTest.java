// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.PathModifier;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.operator.gateway.Middleware.ReplacePath;
import dev.atoll.operator.gateway.Middleware.ReplacePathRegex;
import dev.atoll.operator.gateway.Middleware.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraefikPathTest {

    /** As the Gateway API defines the replacement of a prefix. Java reads such a regular expression as RE2 does. */
    @ParameterizedTest
    @CsvSource({
        "/api,      /v2,   /api,           /v2",
        "/api,      /v2,   /api/,          /v2/",
        "/api,      /v2,   /api/orders/1,  /v2/orders/1",
        "/api/,     /v2/,  /api/orders,    /v2/orders",
        "/api,      /,     /api,           /",
        "/api,      /,     /api/,          /",
        "/api,      /,     /api/orders,    /orders",
        "/,         /v2,   /orders,        /v2/orders",
        "/api,      /v2,   /apixyz,        /apixyz",
        "/v1.0,     /v2,   /v1.0/a,        /v2/a",
        "/v1.0,     /v2,   /v1x0/a,        /v1x0/a",
        "/a(b)+,    /c,    /a(b)+/d,       /c/d",
        "/käse,     /c,    /k%C3%A4se/d,   /c/d",
        "/käse,     /c,    /k%c3%a4se/d,   /c/d",
        "/a[1],     /c,    /a%5B1%5D/d,    /c/d",
    })
    void aPrefixIsReplacedBySegments(String prefix, String replacement, String asked, String expected) {
        var regex = (ReplacePathRegex) replaced(prefix, new PathModifier(null, replacement));

        assertThat(asked.replaceFirst(regex.regex(), regex.replacement())).isEqualTo(expected);
    }

    @Test
    void aDollarIsNoGroup() {
        var regex = (ReplacePathRegex) replaced("/a", new PathModifier(null, "/$1/x"));

        assertThat(regex.replacement()).isEqualTo("/$$1/x$1");
    }

    @Test
    void aWholePathNeedsNoRegularExpression() {
        assertThat(replaced("/a", new PathModifier("/b", null))).isEqualTo(new ReplacePath("/b"));
    }

    private static Step replaced(String prefix, PathModifier modifier) {
        return TraefikPath.replaced(prefix, new Rewrite(null, modifier)).orElseThrow();
    }
}
