// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.cli.Manifests;
import dev.atoll.operator.config.StandaloneConfig;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class MicroserviceChecksTest {
    /** The most that the CRD allows for one file. */
    private static final int FILE = 256 * 1024;

    @Test
    void takesAsMuchConfigurationAsAConfigMapHolds() {
        assertThat(check(files(4, "a"))).isInstanceOf(Validated.Valid.class);
    }

    @Test
    void refusesMoreConfigurationThanAConfigMapHoldsAndSaysWhereToPutIt() {
        assertThat(check(files(4, "a") + ", more.txt: b"))
                .isEqualTo(new Validated.Invalid<>(List.of(new Violation(
                        Reason.Invalid,
                        "spec.config.files",
                        "hold 1048577 bytes together, and a ConfigMap has room for 1048576; shorten them, or put some into"
                                + " the image or into a volume of spec.volumes"))));
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertThat(check(files(3, "ä"))).isInstanceOf(Validated.Invalid.class);
    }

    private static Validated<?> check(String files) {
        var resource = new KubernetesSerialization().unmarshal("""
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders, namespace: shop, uid: "1"}
                spec: {image: "orders:1", config: {files: {%s}}}
                """.formatted(files), Microservice.class);
        return MicroserviceLine.of(resource, new Manifests(List.of(resource), List.of()), StandaloneConfig.ofDefaults())
                .validated();
    }

    private static String files(int number, String letter) {
        var files = new StringBuilder();
        for (int i = 0; i < number; i++) {
            files.append(i == 0 ? "" : ", ")
                    .append("file-")
                    .append(i)
                    .append(".txt: ")
                    .append(letter.repeat(FILE));
        }
        return files.toString();
    }
}
