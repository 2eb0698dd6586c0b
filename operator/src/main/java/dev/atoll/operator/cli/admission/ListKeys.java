// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Lists that Kubernetes treats as maps: each element carries its keys, and no two carry the same. */
final class ListKeys {
    private ListKeys() {}

    static List<String> problems(JsonNode schema, JsonNode list) {
        var keys = StreamSupport.stream(
                        schema.path("x-kubernetes-list-map-keys").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var problems = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (int i = 0; i < list.size() && !keys.isEmpty(); i++) {
            var element = list.get(i);
            var missing = keys.stream().filter(key -> !element.has(key)).toList();
            var identity = keys.stream()
                    .map(key -> key + " " + element.path(key).asText())
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                problems.add("has an element [%d] without %s; add it".formatted(i, String.join(", ", missing)));
            } else if (!seen.add(identity)) {
                problems.add("has two elements with %s; rename or remove one".formatted(identity));
            }
        }
        return problems;
    }
}
