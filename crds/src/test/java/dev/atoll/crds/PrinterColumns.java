// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** The columns of kubectl get in the order of their declaration; Fabric8 sorts them by path. */
final class PrinterColumns {
    private PrinterColumns() {}

    static ArrayNode inOrder(Class<? extends CustomResource<?, ?>> kind, JsonNode columns) {
        List<String> names = Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(AdditionalPrinterColumn::name)
                .toList();
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(columns.spliterator(), false)
                .sorted(Comparator.comparingInt(
                        column -> names.indexOf(column.path("name").asText())))
                .forEach(sorted::add);
        return sorted;
    }
}
