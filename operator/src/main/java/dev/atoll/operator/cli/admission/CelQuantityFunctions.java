// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;

/** Kubernetes' CEL functions about quantities; a quantity is represented by its amount in plain digits. */
final class CelQuantityFunctions {
    static final List<CelFunctionDecl> DECLARATIONS = List.of(
            newFunctionDeclaration(
                    "quantity", newGlobalOverload("quantity_string", SimpleType.STRING, SimpleType.STRING)),
            newFunctionDeclaration(
                    "isInteger", newMemberOverload("quantity_integer", SimpleType.BOOL, SimpleType.STRING)),
            newFunctionDeclaration(
                    "isGreaterThan",
                    newMemberOverload("quantity_greater", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)),
            newFunctionDeclaration(
                    "isLessThan",
                    newMemberOverload("quantity_less", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)),
            newFunctionDeclaration(
                    "compareTo",
                    newMemberOverload("quantity_compare", SimpleType.INT, SimpleType.STRING, SimpleType.STRING)));

    static final List<CelFunctionBinding> BINDINGS = List.of(
            CelFunctionBinding.from(
                    "quantity_string",
                    String.class,
                    text -> Quantity.getAmountInBytes(new Quantity(text)).toPlainString()),
            CelFunctionBinding.from("quantity_integer", String.class, CelQuantityFunctions::isInteger),
            CelFunctionBinding.from(
                    "quantity_greater", String.class, String.class, (one, other) -> compare(one, other) > 0),
            CelFunctionBinding.from(
                    "quantity_less", String.class, String.class, (one, other) -> compare(one, other) < 0),
            CelFunctionBinding.from("quantity_compare", String.class, String.class, CelQuantityFunctions::compare));

    private CelQuantityFunctions() {}

    private static boolean isInteger(String quantity) {
        return new BigDecimal(quantity).stripTrailingZeros().scale() <= 0;
    }

    private static long compare(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other));
    }
}
