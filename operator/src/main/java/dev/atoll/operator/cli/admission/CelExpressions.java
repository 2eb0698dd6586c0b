// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Evaluates CEL over JSON, with the functions that Kubernetes adds as far as Atoll's CRDs use them. */
final class CelExpressions {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("self", SimpleType.DYN)
            .addFunctionDeclarations(CelNetworkFunctions.DECLARATIONS)
            .addFunctionDeclarations(CelQuantityFunctions.DECLARATIONS)
            .build();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .addFunctionBindings(CelNetworkFunctions.BINDINGS)
            .addFunctionBindings(CelQuantityFunctions.BINDINGS)
            .build();
    private final Map<String, CelRuntime.Program> programs = new ConcurrentHashMap<>();

    /** Whether an expression is true of {@code self}; one that cannot be evaluated is not, as in the API server. */
    boolean holds(String expression, JsonNode self) {
        var value = MAPPER.convertValue(self, Object.class);
        try {
            return Boolean.TRUE.equals(program(expression).eval(Map.of("self", value)));
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    /**
     * The compiled expression.
     *
     * @throws IllegalStateException when it uses what this program does not know
     */
    CelRuntime.Program program(String expression) throws CelEvaluationException {
        var known = programs.get(expression);
        if (known != null) {
            return known;
        }
        try {
            var program = runtime.createProgram(compiler.compile(expression).getAst());
            programs.put(expression, program);
            return program;
        } catch (CelValidationException e) {
            throw new IllegalStateException("a rule of the CRDs that this program cannot read: " + expression, e);
        }
    }
}
