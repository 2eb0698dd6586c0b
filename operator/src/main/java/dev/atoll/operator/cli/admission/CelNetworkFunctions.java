// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/** Kubernetes' CEL functions about addresses; a network is represented by its text. */
final class CelNetworkFunctions {
    static final List<CelFunctionDecl> DECLARATIONS = List.of(
            newFunctionDeclaration("isIP", newGlobalOverload("is_ip_string", SimpleType.BOOL, SimpleType.STRING)),
            newFunctionDeclaration("isCIDR", newGlobalOverload("is_cidr_string", SimpleType.BOOL, SimpleType.STRING)),
            newFunctionDeclaration("cidr", newGlobalOverload("cidr_string", SimpleType.STRING, SimpleType.STRING)),
            newFunctionDeclaration("masked", newMemberOverload("cidr_masked", SimpleType.STRING, SimpleType.STRING)));

    static final List<CelFunctionBinding> BINDINGS = List.of(
            CelFunctionBinding.from(
                    "is_ip_string", String.class, text -> Network.address(text).isPresent()),
            CelFunctionBinding.from(
                    "is_cidr_string", String.class, text -> Network.parse(text).isPresent()),
            CelFunctionBinding.from(
                    "cidr_string",
                    String.class,
                    text -> Network.parse(text).orElseThrow().text()),
            CelFunctionBinding.from(
                    "cidr_masked",
                    String.class,
                    text -> Network.parse(text).orElseThrow().masked().text()));

    private CelNetworkFunctions() {}
}
