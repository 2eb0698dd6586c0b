// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraefikRedirectTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    /** Java reads such a regular expression, and such a replacement, as Go does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme: https | http://a.test/x?y=1 | https://a.test/x?y=1",
                "scheme: https | http://a.test:8080/x | https://a.test/x",
                "scheme: https, port: 8443 | http://a.test:8080/ | https://a.test:8443/",
                "hostname: b.test | http://a.test:8080/x?y=http://c.test/ | http://b.test:8080/x?y=http://c.test/",
                "hostname: b.test | http://a.test | http://b.test",
                "hostname: b.test | http://a.test//c.test/x | http://b.test//c.test/x",
                "path: {replaceFullPath: /new} | http://a.test/old/x?y=1 | http://a.test/new?y=1",
                "path: {replacePrefixMatch: /new} | http://a.test/old?y=1 | http://a.test/new?y=1",
                "path: {replacePrefixMatch: /new/} | http://a.test/old/x?y=1 | http://a.test/new/x?y=1",
                "path: {replacePrefixMatch: /} | https://a.test/old/x | https://a.test/x",
                "path: {replacePrefixMatch: /} | https://a.test/old | https://a.test/",
            })
    void aUrlIsReplacedAsTheFieldsSay(String fields, String asked, String expected) {
        var redirect = redirect(fields);

        assertThat(asked.replaceFirst(redirect.regex(), redirect.replacement())).isEqualTo(expected);
    }

    @Test
    void onlyA301IsForGood() {
        assertThat(redirect("hostname: b.test, statusCode: 301").permanent()).isTrue();
        assertThat(redirect("hostname: b.test").permanent()).isFalse();
    }

    private static Middleware.RedirectRegex redirect(String fields) {
        return TraefikRedirect.of("/old", SERIALIZATION.unmarshal("---\n{" + fields + "}", Redirect.class));
    }
}
