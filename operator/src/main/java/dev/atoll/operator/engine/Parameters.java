// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The engine's own settings, as arguments of its server. */
final class Parameters {
    private static final Pattern OPTION_PREFIX = Pattern.compile("^(?:loose_|enable_|maximum_)+");

    private Parameters() {}

    /**
     * The arguments; none without parameters, so that the image's own command stays. No shell sees them: the official
     * entry points hand their arguments on as they are.
     *
     * @param server the program
     * @param argument what the server is told for a name and a value
     */
    static List<String> args(
            DatabaseSettings settings, String server, BiFunction<String, String, Stream<String>> argument) {
        return settings.parameters().isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(server), flags(settings, argument)).toList();
    }

    /**
     * The same without a program, for an engine that is told of the parameters beside arguments of Atoll's.
     *
     * @param argument what the server is told for a name and a value
     */
    static Stream<String> flags(DatabaseSettings settings, BiFunction<String, String, Stream<String>> argument) {
        return settings.parameters().entrySet().stream()
                .flatMap(entry -> argument.apply(entry.getKey(), entry.getValue()))
                // Kubernetes would take $(NAME) in an argument for a variable; a doubled $ is a plain one.
                .map(text -> text.replace("$", "$$"));
    }

    /**
     * What is wrong with them.
     *
     * @param isReserved whether Atoll or the image relies on the value of a name
     */
    static Stream<Violation> problems(DatabaseSettings settings, Predicate<String> isReserved) {
        return settings.parameters().entrySet().stream().flatMap(entry -> problem(entry, isReserved).stream());
    }

    /**
     * Whether a name is taken for one of some options by a server of MySQL's descent: it takes the beginning of a name for the
     * name, and knows prefixes that change nothing.
     */
    static boolean isOption(String parameter, Set<String> options) {
        var name = OPTION_PREFIX.matcher(parameter).replaceFirst("");
        return options.stream().anyMatch(option -> option.startsWith(name));
    }

    private static Optional<Violation> problem(Map.Entry<String, String> parameter, Predicate<String> isReserved) {
        var field = "spec.parameters." + parameter.getKey();
        if (isReserved.test(parameter.getKey())) {
            return Optional.of(
                    new Violation(Reason.Invalid, field, "is set by Atoll, which relies on its value; remove it"));
        }
        return parameter.getValue().chars().anyMatch(Character::isISOControl)
                ? Optional.of(new Violation(
                        Reason.Invalid, field, "has a control character, such as a line break; remove that"))
                : Optional.empty();
    }
}
