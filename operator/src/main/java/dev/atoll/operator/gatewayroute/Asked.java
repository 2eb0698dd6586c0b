// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.Feature;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a route asks for, in the order in which it is found and each field once. */
final class Asked {
    private final Set<AskedFeature> features = new LinkedHashSet<>();

    void when(boolean isAsked, Feature feature, String field) {
        if (isAsked) {
            features.add(new AskedFeature(feature, field));
        }
    }

    List<AskedFeature> features() {
        return List.copyOf(features);
    }
}
