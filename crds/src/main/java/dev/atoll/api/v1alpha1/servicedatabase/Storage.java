// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/** The volume that the data lives on. */
@ValidationRule(
        value = "quantity(string(self.size)).isGreaterThan(quantity('0'))",
        fieldPath = ".size",
        message = "must be more than 0; write for example 10Gi")
@ValidationRule(
        value = "quantity(string(self.size)).compareTo(quantity(string(oldSelf.size))) >= 0",
        fieldPath = ".size",
        message = "may only grow, for a volume cannot shrink; keep the old size, or move the data to a new "
                + "ServiceDatabase")
@ValidationRule(
        value = "has(self.storageClassName) == has(oldSelf.storageClassName) && "
                + "(!has(self.storageClassName) || self.storageClassName == oldSelf.storageClassName)",
        fieldPath = ".storageClassName",
        message = "cannot change once the database exists; keep the old one, or move the data to a new "
                + "ServiceDatabase")
public record Storage(
        @JsonPropertyDescription(
                "Size in bytes, for example 10Gi. May grow later where the storage class allows it, never shrink.")
        @Required
        Quantity size,

        @JsonPropertyDescription("StorageClass of the volume. Left out: the cluster's default. Cannot change later.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        @Nullable
        String storageClassName) {}
