// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests of {@code sample-services}, with what a scenario cannot have as it is. */
final class SampleShop {
    static final List<String> SERVICES = List.of("accounts", "inventory", "notifications", "orders", "payment");

    private static final String HOST = "hosts: [shop.example.com]";
    private static final String TLS = "  tls: {secretName: shop-tls}\n";

    private SampleShop() {}

    /** One text a file, for a shop of that host. */
    static List<String> manifests(String host) {
        return Stream.concat(
                        SERVICES.stream().map(SampleShop::read).map(SampleShop::withOneReplica),
                        Stream.of(forHost(read("gateway"), host)))
                .toList();
    }

    /**
     * Other scenarios have other hosts at the same gateway. Java's client sends no host name of one's choice when it
     * encrypts, so it comes without: the demo has the shop with its certificate.
     */
    private static String forHost(String yaml, String host) {
        if (!yaml.contains(HOST) || !yaml.contains(TLS)) {
            throw new IllegalStateException("The shop's route is not what it was; adapt SampleShop to it: " + yaml);
        }
        return yaml.replace(HOST, "hosts: [" + host + "]").replace(TLS, "");
    }

    /** A Java process takes some seconds of a core to start, and one of each is enough to order something. */
    private static String withOneReplica(String yaml) {
        return yaml.replaceAll("(?m)^(  replicas|  minReplicas): \\d+$", "$1: 1");
    }

    private static String read(String name) {
        Path file = Checkout.root().resolve("sample-services/manifests").resolve(name + ".yaml");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
