// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a schema says of one value: its type, its values, its size. */
final class Limits {
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";

    private Limits() {}

    /** Why the value is of the wrong type, or nothing. */
    static Optional<String> ofType(JsonNode schema, JsonNode value) {
        if (schema.path(INT_OR_STRING).asBoolean()) {
            return isWhole(value) || value.isTextual()
                    ? Optional.empty()
                    : Optional.of("must be a whole number or a text; correct it");
        }
        var expected = schema.path("type").asText();
        boolean fits = switch (expected) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> isWhole(value);
            case "number" -> value.isNumber();
            default -> true;
        };
        return fits ? Optional.empty() : Optional.of("must be %s; correct it".formatted(inWords(expected)));
    }

    /** Every limit that a value of the right type breaks. */
    static List<String> of(JsonNode schema, JsonNode value) {
        var problems = new ArrayList<String>();
        ofEnum(schema, value).ifPresent(problems::add);
        if (value.isTextual()) {
            ofSize(
                    schema,
                    "Length",
                    value.asText().codePointCount(0, value.asText().length()),
                    "characters",
                    problems);
            ofPattern(schema, value).ifPresent(problems::add);
        } else if (value.isNumber()) {
            ofNumber(schema, value.decimalValue(), problems);
        } else if (value.isArray()) {
            ofSize(schema, "Items", value.size(), "elements", problems);
        } else if (value.isObject()) {
            ofSize(schema, "Properties", value.size(), "entries", problems);
        }
        return problems;
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    private static String inWords(String type) {
        return switch (type) {
            case "object" -> "an object with fields";
            case "array" -> "a list";
            case "string" -> "a text (put it into quotes)";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            default -> "a " + type;
        };
    }

    private static Optional<String> ofEnum(JsonNode schema, JsonNode value) {
        var allowed = schema.path("enum");
        if (allowed.isMissingNode() || contains(allowed, value)) {
            return Optional.empty();
        }
        var names = StreamSupport.stream(allowed.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return Optional.of("is %s; use one of %s".formatted(value, names));
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
    }

    private static Optional<String> ofPattern(JsonNode schema, JsonNode value) {
        var pattern = schema.path("pattern").asText();
        return pattern.isEmpty()
                        || Pattern.compile(toTheVeryEnd(pattern))
                                .matcher(value.asText())
                                .find()
                ? Optional.empty()
                : Optional.of("is %s; it must match %s".formatted(value, pattern));
    }

    /** For the API server, {@code $} is the end of the text; for Java also the place before a line's end there. */
    private static String toTheVeryEnd(String pattern) {
        return pattern.endsWith("$") && !pattern.endsWith("\\$")
                ? pattern.substring(0, pattern.length() - 1) + "\\z"
                : pattern;
    }

    private static void ofNumber(JsonNode schema, BigDecimal number, List<String> problems) {
        if (schema.has("minimum") && number.compareTo(schema.get("minimum").decimalValue()) < 0) {
            problems.add("is %s; it must be at least %s".formatted(number, schema.get("minimum")));
        }
        if (schema.has("maximum") && number.compareTo(schema.get("maximum").decimalValue()) > 0) {
            problems.add("is %s; it may be at most %s".formatted(number, schema.get("maximum")));
        }
    }

    private static void ofSize(JsonNode schema, String limit, int size, String unit, List<String> problems) {
        var least = schema.path("min" + limit);
        if (!least.isMissingNode() && size < least.asInt()) {
            problems.add("has %d %s; it needs at least %d".formatted(size, unit, least.asInt()));
        }
        var most = schema.path("max" + limit);
        if (!most.isMissingNode() && size > most.asInt()) {
            problems.add("has %d %s; it may have at most %d".formatted(size, unit, most.asInt()));
        }
    }
}
