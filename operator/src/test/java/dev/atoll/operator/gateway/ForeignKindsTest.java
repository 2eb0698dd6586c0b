// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A schema of somebody else has fields that Atoll does not know, and its API server may add their defaults to what Atoll
 * writes. A part that is not read with these would never be seen again.
 */
class ForeignKindsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                BackendTlsPolicy.class,
                BackendTrafficPolicy.class,
                Middleware.class,
                NginxPolicy.class,
                PolicyStatus.class,
                SecurityPolicy.class
            })
    void everyPartIsReadWithFieldsThatAreUnknown(Class<?> kind) {
        var parts =
                Arrays.stream(kind.getDeclaredClasses()).filter(Class::isRecord).toList();

        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.getAnnotation(JsonIgnoreProperties.class))
                        .isNotNull()
                        .matches(JsonIgnoreProperties::ignoreUnknown));
    }
}
