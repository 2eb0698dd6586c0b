// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What Fabric8's generator makes of a class. */
final class RawCrd {
    // held, for a logger that nobody holds forgets its level
    private static final Logger GENERATOR = Logger.getLogger("io.fabric8.crdv2.generator");

    static {
        GENERATOR.setLevel(Level.WARNING);
    }

    private RawCrd() {}

    static ObjectNode of(Class<? extends CustomResource<?, ?>> kind) {
        InMemory output = new InMemory();
        new CRDGenerator()
                .customResourceClasses(kind)
                .forCRDVersions("v1")
                .withOutput(output)
                .generate();
        return Yaml.read(output.only());
    }

    private static final class InMemory implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {
        private final Map<String, ByteArrayOutputStream> files = new ConcurrentHashMap<>();

        @Override
        public ByteArrayOutputStream outputFor(String name) {
            return files.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
        }

        @Override
        public void close() {
            // nothing is open
        }

        private String only() {
            if (files.size() != 1) {
                throw new IllegalStateException("expected one CRD, the generator made " + files.keySet());
            }
            return files.values().iterator().next().toString(StandardCharsets.UTF_8);
        }
    }
}
