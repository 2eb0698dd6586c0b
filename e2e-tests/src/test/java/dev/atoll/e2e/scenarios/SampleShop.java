// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.cluster.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The manifests of {@code sample-services}, with what a scenario cannot have as it is. */
final class SampleShop {
    /** What has to be on the nodes. */
    static final List<String> IMAGES =
            List.of("postgresql:17", "accounts", "inventory", "notifications", "orders", "payment");

    private static final List<String> SERVICES = IMAGES.subList(1, IMAGES.size());
    private static final String HOST = "hosts: [shop.example.com]";
    private static final String GRPC_HOST = "hosts: [grpc.shop.example.com]";
    private static final String TLS = "  tls: {secretName: shop-tls}\n";

    private SampleShop() {}

    /**
     * One text an object, for a shop of that host. The databases come first: a service that is there before its database
     * starts once without and once with it.
     */
    static List<String> manifests(String host) {
        var services = SERVICES.stream().map(SampleShop::read).map(SampleShop::withOneReplica);
        return Stream.concat(
                        services, Stream.of(forHost(read("gateway"), host), grpcForHost(read("gateway-grpc"), host)))
                .flatMap(yaml -> Stream.of(yaml.split("(?m)^---$")))
                .sorted(Comparator.comparing(yaml -> !yaml.contains("kind: ServiceDatabase")))
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

    /** The host under which the shop of a host takes gRPC. */
    static String grpcHost(String host) {
        return "grpc." + host;
    }

    private static String grpcForHost(String yaml, String host) {
        if (!yaml.contains(GRPC_HOST)) {
            throw new IllegalStateException(
                    "The shop's route for gRPC is not what it was; adapt SampleShop to it: " + yaml);
        }
        return yaml.replace(GRPC_HOST, "hosts: [" + grpcHost(host) + "]");
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
